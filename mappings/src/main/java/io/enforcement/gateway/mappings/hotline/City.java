package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.PartnerCodes;

/**
 * One of the two hotlines and how it writes. Its code lists are named by it and by the standard's
 * table: {@code yunling-hotline-channel.csv}.
 *
 * @param name as in the names of its files
 * @param moments form of its moments, in Beijing time
 */
record City(String name, String moments) {

  static final City YUNLING = new City("yunling", "yyyy-MM-dd HH:mm:ss");
  static final City QINGHE = new City("qinghe", "yyyy/MM/dd HH:mm");

  PartnerCodes codes(String table) {
    return PartnerCodes.beside(City.class, name + "-" + table);
  }
}
