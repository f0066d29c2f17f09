/**
 * The rules of files, tried against every side that can hold them: our embedded SFTP server,
 * OpenSSH's, and a folder. Start reading at {@link
 * io.enforcement.gateway.connectors.file.FileExchangeTest}.
 */
package io.enforcement.gateway.connectors.file;
