/**
 * The provincial database as rows: its schema brought up to date, the notes of what has come, the
 * versions that are held.
 *
 * <p>It must not decide which version counts, nor know partners. Start reading at {@link
 * io.enforcement.gateway.routes.province.store.ProvinceStore}.
 */
package io.enforcement.gateway.routes.province.store;
