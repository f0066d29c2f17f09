package io.enforcement.gateway.routes.sandbox.traffic;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Invents parties. Names are put together from characters that computers find easy and from such
 * that they find hard: 䶮 and 㛃 (extension A), 𠮷 𣲗 𬎆 𫖯 𰻝 (beyond the basic plane).
 */
final class Parties {

  private static final String[] PLACES = {
    "贺兰", "灵河", "云岭", "安平", "柳河", "青松", "沙坪", "䶮泉", "𬎆山", "石嘴"
  };
  private static final String[] WORDS = {
    "云帆", "宏远", "䶮泰", "𠮷祥", "恒基", "𬎆瑞", "中瀚", "㛃成", "明远", "𣲗川", "广厦", "金麦", "百川", "新禾"
  };
  private static final String[] TRADES = {
    "市政工程", "建筑安装", "劳务", "装饰", "物业服务", "房地产开发", "园林绿化", "建材", "燃气", "渣土运输"
  };
  private static final String[] SHOPS = {
    "烧烤店", "面馆", "脚手架租赁站", "五金店", "装修队", "水果摊", "房产中介", "气瓶站", "早点铺", "广告牌行"
  };
  private static final String[] SURNAMES = {
    "柳", "陶", "欧阳", "马", "周", "梁", "韩", "苏", "𠮷", "司徒", "纳", "丁", "温", "闵"
  };
  private static final String[] GIVEN = {
    "安平", "晓岚", "云峰", "立", "𣲗", "望川", "清和", "䶮", "𬎆", "牧", "晓禾", "𫖯", "志远", "𰻝"
  };
  private static final String[] STREETS = {"柳河路", "青松巷", "䶮桥街", "云岭大道", "安平南路", "沙坪里"};

  private final RandomGenerator random;
  private final LocalDate today;

  Parties(RandomGenerator random, LocalDate today) {
    this.random = random;
    this.today = today;
  }

  Party next(Party.Kind kind) {
    return switch (kind) {
      case COMPANY ->
          new Party(
              kind,
              pick(PLACES) + pick(WORDS) + pick(TRADES) + "有限公司",
              InventedCodes.uscc("91", random),
              person(),
              address());
      case TRADER ->
          new Party(
              kind,
              "安平区老" + pick(SURNAMES) + pick(SHOPS),
              InventedCodes.uscc("92", random),
              person(),
              address());
      case PERSON ->
          new Party(
              kind, person(), InventedCodes.citizenId(birth(20, 45), random), null, address());
    };
  }

  /** A person under eighteen. */
  Party minor() {
    return new Party(
        Party.Kind.PERSON,
        person(),
        InventedCodes.citizenId(birth(15, 2), random),
        null,
        address());
  }

  String place() {
    return pick(STREETS);
  }

  String person() {
    return pick(SURNAMES) + pick(GIVEN);
  }

  private LocalDate birth(int youngest, int years) {
    return today.minusYears(youngest).minusDays(1L + random.nextInt(years * 365));
  }

  private String address() {
    return "云岭市安平区" + pick(STREETS) + (1 + random.nextInt(200)) + "号";
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
