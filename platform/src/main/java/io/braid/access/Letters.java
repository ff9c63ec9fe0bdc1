package io.braid.access;

import io.braid.mail.Draft;

/**
 * The words of mails about accounts. Each names the retailer it comes from and, for a vendor's people, the vendor it is
 * about: one address may belong to people of several vendors. What a link does can also be done without a page.
 */
final class Letters {
    private final PublicAddress address;
    private final VendorDirectory vendors;

    Letters(PublicAddress address, VendorDirectory vendors) {
        this.address = address;
        this.vendors = vendors;
    }

    Draft invitation(User user, String token, long days) {
        String whose = user.vendor() == null ? "" : ", for the vendor " + vendor(user);
        String text = retailer() + " invites you to work with Braid, its order system" + whose + ", as " + user.email()
                + ".\n\nOpen this link within " + days + " days and choose a password:\n\n"
                + link(user, "invitation", token)
                + byProgram(user, "invitations/acceptance", token)
                + "\n\nThe link works once. If you did not expect this mail, leave it alone: nothing happens.\n";
        return new Draft(user.email(), subject("Your invitation to Braid", user), text);
    }

    Draft reset(User user, String token, long minutes) {
        String text = "Somebody, probably you, asked for a new password for " + account(user) + ".\n\n"
                + "Open this link within " + minutes + " minutes to choose one:\n\n"
                + link(user, "password", token)
                + byProgram(user, "password-resets/completion", token)
                + "\n\nThe link works once. If it was not you, leave it alone: your password stays as it is.\n";
        return new Draft(user.email(), subject("A new password for Braid", user), text);
    }

    Draft changed(User user, String what) {
        String text = what + " of " + account(user) + " was changed.\n\n"
                + "If it was not you, ask your administrator at once.\n";
        return new Draft(user.email(), subject("Your account at Braid was changed", user), text);
    }

    private String account(User user) {
        String whose = user.vendor() == null ? "" : ", of the vendor " + vendor(user) + ",";
        return "the account " + user.email() + whose + " at " + retailer();
    }

    private String subject(String about, User user) {
        String whose = user.vendor() == null ? "" : " for " + vendor(user);
        return retailer() + ": " + about + whose;
    }

    private String link(User user, String page, String token) {
        return address.url() + user.portal().path() + "/#/" + page + "/" + token;
    }

    /** The portals' pages may not be there: the same by one request. */
    private String byProgram(User user, String operation, String token) {
        String api = user.portal() == Portal.VENDOR ? "/api/v1/vendor/" : "/api/v1/";
        return "\n\nIf no page opens there, send this request instead:\n\nPOST " + address.url() + api + operation
                + "\nContent-Type: application/json\n\n{\"token\": \"" + token + "\", \"password\": \"...\"}"
                + "\n\nA password has " + Passwords.LENGTH_MIN + " characters or more.";
    }

    private String retailer() {
        return line(address.operator());
    }

    /** By name and code: the code is what a sign-in asks for. */
    private String vendor(User user) {
        String code = String.valueOf(user.vendor());
        return user.vendor() == null ? "" : line(vendors.findName(user.vendor()).orElse(code)) + " (" + code + ")";
    }

    /** Names are others' texts, and a mail's subject is one line. */
    private static String line(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }
}
