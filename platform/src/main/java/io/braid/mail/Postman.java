package io.braid.mail;

/** Takes one mail to the mail server; what goes wrong comes back as the reason, never with the mail's text. */
interface Postman {
    /** Empty when the server has taken it. */
    String deliver(Mail mail);
}
