package io.enforcement.gateway.benchmarks.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The helper of the rules that end the process at a crash point, or freeze it there. Which one, at
 * which pass and what of the two stands in the file named by {@code faults.order}: {@code K7 13
 * end}. Runs on the gateway's threads.
 */
public class Executioner {

  /** With which the process ends; no other way of ending gives it. */
  private static final int EXIT = 137;

  private static final long LOOK_MILLIS = 20;
  private static final Path ORDER = Path.of(System.getProperty("faults.order"));
  private static final AtomicReference<String> POINT = new AtomicReference<>();
  private static int left;
  private static boolean freezes;

  static {
    look();
    Thread looking = new Thread(Executioner::watch, "executioner");
    looking.setDaemon(true);
    looking.start();
  }

  private static void watch() {
    try {
      while (POINT.get() == null) {
        Thread.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static synchronized void look() {
    try {
      if (Files.exists(ORDER)) {
        String[] order = Files.readString(ORDER).strip().split(" ");
        left = Integer.parseInt(order[1]);
        freezes = order[2].equals("freeze");
        POINT.set(order[0]);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the order cannot be read", e);
    }
  }

  /** A thread has come to this point. */
  public void reached(String point) {
    if (point.equals(POINT.get())) {
      pass(point);
    }
  }

  private static synchronized void pass(String point) {
    if (--left == 0) {
      if (freezes) {
        freeze(point);
      } else {
        end(point);
      }
    }
  }

  /** All threads stop here until somebody outside lets them go on. */
  private static void freeze(String point) {
    try {
      tell(point);
      String self = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("kill", "-STOP", self).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("the process cannot be frozen", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something has come that no process survives. */
  public void die(String cause) {
    end(cause);
  }

  private static void end(String point) {
    try {
      tell(point);
    } catch (IOException e) {
      throw new IllegalStateException("the end cannot be told", e);
    }
    Runtime.getRuntime().halt(EXIT);
  }

  private static void tell(String point) throws IOException {
    Files.writeString(ORDER.resolveSibling("fired"), point);
  }
}
