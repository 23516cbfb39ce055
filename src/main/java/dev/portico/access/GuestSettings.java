package dev.portico.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether programs get in without an account, as Backstage's guests do.
///
/// @param signIn whether anybody may ask for a guest's token, which counts for an hour and holds the role `guest`
@ConfigurationProperties("portico.guest")
public record GuestSettings(@DefaultValue("false") boolean signIn) {}
