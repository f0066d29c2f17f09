package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.enforcement.gateway.routes.alarm.UnroutedWatch;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in the distribution's own Chromium, its strict content policy in force. */
@Story
class ConsoleBrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** Where the pictures go that the manual shows. */
  private static final Path PICTURES = Path.of("target/console-pictures");

  private final StoryGateway gateway;
  private final Desk housing;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  private BrowserContext context;
  private Page page;

  ConsoleBrowserIT(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--disable-component-update")));
  }

  @BeforeEach
  void open() {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(gateway.base().toString())
                .setLocale("zh-CN")
                .setViewportSize(1366, 768));
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    context.onRequest(
        request -> {
          if (!request.url().startsWith(gateway.base().toString())
              && !request.url().startsWith("data:")) {
            complaints.add("another host: " + request.url());
          }
        });
    page = context.newPage();
  }

  /** Neither the content policy nor a script had to complain, and nobody else was asked. */
  @AfterEach
  void nothingToComplain() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  @AfterAll
  void close() {
    browser.close();
    playwright.close();
  }

  @Test
  void searchThenDetailThenBackKeepsTheRows() {
    for (int n = 0; n < 3; n++) {
      housing.sends(Paper.decision());
    }
    signIn(Role.OPERATOR);
    page.navigate("/console/messages");
    page.locator("select[name=partner]").selectOption("housing");
    page.locator(".filters button").click();
    page.waitForURL("**/console/messages?**partner=housing**");
    List<String> rows = rows();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
    String address = page.url();

    page.locator("#results [data-row] a").first().click();
    page.waitForURL("**/console/messages/*-*");
    page.goBack();
    PlaywrightAssertions.assertThat(page.locator("#results [data-row]")).hasCount(rows.size());

    assertThat(page.url()).isEqualTo(address);
    assertThat(rows()).isEqualTo(rows);
    PlaywrightAssertions.assertThat(page.locator("nav.side")).isVisible();
    page.reload();
    assertThat(rows()).isEqualTo(rows);
    PlaywrightAssertions.assertThat(page.locator("select[name=partner]")).hasValue("housing");
  }

  private List<String> rows() {
    return page.locator("#results [data-row] a.id").all().stream()
        .map(link -> link.getAttribute("title"))
        .toList();
  }

  @Test
  void aFrozenReplayIsTheSameAfterBackAndReload() {
    Reply frozen = parked();
    signIn(Role.OPERATOR);
    openGroupOf(frozen.messageId());
    gateway.publicity().behave(Behaviour.ok());
    page.locator("form[action$=freeze] input[name=perMinute]").fill("6000");
    page.locator("form[action$=freeze] button").click();
    page.waitForURL("**/console/replays/*");
    String job = page.url();
    String digest = page.locator("#digest").textContent();
    PlaywrightAssertions.assertThat(page.locator("form[action$=resume] button")).isVisible();
    Reply later = parked();

    page.goBack();
    page.goForward();
    page.reload();

    assertThat(page.url()).isEqualTo(job);
    assertThat(page.locator("#digest").textContent()).isEqualTo(digest);
    picture("replay");
    gateway.publicity().behave(Behaviour.ok());
    page.locator("form[action$=resume] button").click();
    PlaywrightAssertions.assertThat(page.locator("#progress h2 .tone-good")).isVisible();
    gateway.eventually(
        () -> assertThat(housing.looksUp(frozen).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(housing.looksUp(later).delivery("publicity")).isEqualTo("PARKED");
  }

  @Test
  void oneParkedMessageIsRepairedByKeysAlone() {
    Reply parked = parked();
    signIn(Role.OPERATOR);
    gateway.publicity().behave(Behaviour.ok());
    openGroupOf(parked.messageId());
    page.locator("tr", new Page.LocatorOptions().setHasText(parked.messageId().substring(28)))
        .locator("a[href*=entries]")
        .focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/dead-letters/entries/*");
    tabTo("form[action$=replay] button");
    page.keyboard().press("Enter");
    page.waitForURL("**/console/messages/" + parked.messageId());
    gateway.eventually(
        () -> assertThat(housing.looksUp(parked).delivery("publicity")).isEqualTo("DELIVERED"));
  }

  private void tabTo(String selector) {
    for (int n = 0; n < 60; n++) {
      page.keyboard().press("Tab");
      if (page.locator(selector + ":focus").count() == 1) {
        return;
      }
    }
    throw new AssertionError("no key leads to " + selector);
  }

  @Test
  void everyPageIsFreeOfWhatAxeFinds() {
    String message = parked().messageId();
    gateway.part(UnroutedWatch.class).unrouted("housing", "penalty-decision", "PenaltyDecision");
    page.navigate("/console/sign-in");
    isAccessible("sign-in");
    signIn(Role.OPERATOR);
    for (String name :
        List.of(
            "",
            "/messages",
            "/messages/" + message,
            "/messages/" + message + "/payload",
            "/messages/" + message + "/payload/parts/1",
            "/messages/" + message + "/payload/diff?before=version-0&after=part-1",
            "/routes/credit/hold",
            "/dead-letters",
            "/replays",
            "/proposals",
            "/routes",
            "/deadlines",
            "/conversations",
            "/findings",
            "/partners",
            "/partners/housing",
            "/alarms",
            "/handover",
            "/alarms/UNROUTED/word?partner=housing&exchange=penalty-decision",
            "/password",
            "/second-factor",
            "/audit",
            "/nowhere")) {
      page.navigate("/console" + name);
      isAccessible(name.isEmpty() ? "workbench" : name.substring(1).replaceAll("/.*-.*", "-one"));
    }
    openGroupOf(message);
    isAccessible("group");
    page.locator("a[href*=entries]").first().click();
    isAccessible("entry");
    context.clearCookies();
    signIn(Role.AUDITOR);
    page.navigate("/console/audit");
    isAccessible("audit-trail");
    page.navigate("/console/audit/verification");
    isAccessible("verification");
    context.clearCookies();
    signIn(Role.SECURITY_ADMINISTRATOR);
    page.navigate("/console/people");
    isAccessible("people");
    assertThat(violations).isEmpty();
    // What has no right and what is nowhere is told with 403 and 404.
    complaints.removeIf(complaint -> complaint.matches(".*status of 40[34].*"));
  }

  private void isAccessible(String name) {
    AxeResults results = new AxeBuilder(page).analyze();
    picture(name.replace('/', '-'));
    results
        .getViolations()
        .forEach(v -> violations.add(name + ": " + v.getId() + " " + v.getNodes()));
  }

  @Test
  void whoIsOwedByHandIsFoundToldAndGone() {
    Paper paper = Paper.decision().in(Paper.REGISTRY);
    Reply decision = housing.sends(paper);
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("registry")).isEqualTo("DELIVERED"));
    Reply revocation = housing.sends(paper.revocation());
    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .contains("registry OPEN by hand"));
    String conversation = Withdrawals.of(gateway, revocation).conversation();
    signIn(Role.OPERATOR);

    page.navigate("/console/deadlines");
    page.locator("select[name=byHand]").selectOption("true");
    page.locator(".filters button").click();
    page.waitForURL("**/console/deadlines?**byHand=true**");
    isAccessible("owed-by-hand");
    page.locator("a[href$='" + conversation + "']").first().click();
    page.waitForURL("**/console/conversations/" + conversation);
    isAccessible("telling");
    page.locator("form[action$=telling] input[name=reason]").fill("已函告，对方回函确认");
    page.locator("form[action$=telling] button").click();

    gateway.eventually(
        () -> assertThat(Withdrawals.of(gateway, revocation).told()).contains("registry MET"));
    page.navigate("/console/conversations/" + conversation);
    PlaywrightAssertions.assertThat(page.locator("form[action$=telling]")).hasCount(0);
    assertThat(violations).isEmpty();
  }

  @Test
  void sevenPagesAtATimeAllWork() {
    signIn(Role.OPERATOR);
    List<Page> pages =
        Stream.generate(context::newPage).limit(7).peek(each -> each.navigate("/console")).toList();
    for (Page each : pages) {
      PlaywrightAssertions.assertThat(each.locator(".number")).hasCount(4);
    }
  }

  @Test
  void theLanguageIsSwitchedInPlace() {
    signIn(Role.OPERATOR);
    page.navigate("/console/messages?last=7d&partner=housing");
    page.locator(".topbar .language button").click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Messages");
    assertThat(page.url()).endsWith("/console/messages?last=7d&partner=housing");
  }

  private void signIn(Role role) {
    String name = "b" + System.nanoTime();
    People.Added added = gateway.part(People.class).add("story", name, role);
    new Visitor(gateway.base()).begins(name, added.password());
    page.navigate("/console/sign-in");
    page.locator("#name").fill(name);
    page.locator("#password").fill(Visitor.PASSWORD);
    page.locator("button.btn-primary").click();
    page.waitForURL("**/console");
  }

  private void openGroupOf(String message) {
    page.navigate("/console/dead-letters");
    int groups = page.locator("[data-row]").count();
    for (int n = 0; n < groups; n++) {
      page.navigate("/console/dead-letters");
      page.locator("[data-row] a").nth(n).click();
      page.waitForURL("**/dead-letters/groups/*");
      if (page.locator("a[href$='" + message + "']").count() > 0) {
        return;
      }
    }
    throw new AssertionError("no group has the message");
  }

  private Reply parked() {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply decision = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("PARKED"));
    return decision;
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
