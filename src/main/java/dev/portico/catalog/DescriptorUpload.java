package dev.portico.catalog;

/// A descriptor file that someone sent: an upload in the portal or a push by a program.
///
/// @param fileName the file's name, which problems cite
/// @param content  its bytes, YAML or JSON
@SuppressWarnings("ArrayRecordComponent")
public record DescriptorUpload(String fileName, byte[] content) {}
