package io.braid.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.braid.fulfillment.CancelReason;
import io.braid.fulfillment.Cut;
import io.braid.fulfillment.Expectation;
import io.braid.fulfillment.NoticePackage;
import io.braid.fulfillment.Packed;
import io.braid.fulfillment.Remainder;
import io.braid.fulfillment.ShipmentCommand;
import io.braid.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the commands on a shipment look like, the same for the operator and for a vendor. */
final class ShipmentBodies {
    private static final int LINES_MAX = 1_000;
    private static final int PACKAGES_MAX = 500;
    private static final int NOTE_LENGTH_MAX = 1_000;
    private static final int NAME_LENGTH_MAX = 100;
    private static final int WEIGHT_GRAMS_MAX = 100_000_000;

    private ShipmentBodies() {}

    /** Step 1. Lines left out are accepted in full only with {@code acceptRest}. */
    record Acknowledgement(
            @Nullable List<@Nullable ReplyBody> lines,
            @Nullable Boolean acceptRest,
            @Nullable Integer expectedVersion) {
        ShipmentCommand.Acknowledge command() {
            Faults faults = new Faults();
            List<ShipmentCommand.Reply> replies = new ArrayList<>();
            List<@Nullable ReplyBody> given = list(faults, "/lines", lines, LINES_MAX);
            if (given.isEmpty() && !Boolean.TRUE.equals(acceptRest)) {
                faults.add(
                        "/lines",
                        "says what is accepted of each line; to accept all of them in full send {\"acceptRest\":true}");
            }
            for (int i = 0; i < given.size(); i++) {
                ReplyBody reply = faults.required("/lines/" + i, given.get(i));
                if (reply != null) {
                    replies.add(reply.read(faults, "/lines/" + i));
                }
            }
            faults.refuseIfAny();
            return new ShipmentCommand.Acknowledge(
                    replies,
                    Boolean.TRUE.equals(acceptRest)
                            ? ShipmentCommand.Unnamed.ACCEPTED_IN_FULL
                            : ShipmentCommand.Unnamed.NOT_ALLOWED);
        }
    }

    record ReplyBody(
            @Nullable Integer line,
            @Nullable Integer accepted,
            @Nullable String reason,
            @Nullable String note) {
        ShipmentCommand.Reply read(Faults faults, String at) {
            return new ShipmentCommand.Reply(
                    faults.number(at + "/line", line, 1, Integer.MAX_VALUE),
                    faults.quantity(at + "/accepted", accepted, 0, Quantity.UNITS_MAX),
                    faults.optional(at + "/reason", reason, CancelReason::given),
                    faults.optionalText(at + "/note", note, NOTE_LENGTH_MAX));
        }
    }

    /** Step 2. With {@code final} nothing more will come, and what is missing is canceled. */
    record NoticeBody(
            @Nullable String noticeNumber,
            @Nullable Instant shippedAt,
            @Nullable List<@Nullable PackageBody> packages,
            @Nullable @JsonProperty("final") Boolean last,
            @Nullable Integer expectedVersion) {
        ShipmentCommand.Ship command() {
            Faults faults = new Faults();
            String number = faults.optionalText("/noticeNumber", noticeNumber, NAME_LENGTH_MAX);
            Instant at = faults.moment("/shippedAt", shippedAt);
            List<NoticePackage> read = new ArrayList<>();
            faults.required("/packages", packages);
            List<@Nullable PackageBody> given = list(faults, "/packages", packages, PACKAGES_MAX);
            for (int i = 0; i < given.size(); i++) {
                PackageBody one = faults.required("/packages/" + i, given.get(i));
                if (one != null) {
                    read.add(one.read(faults, "/packages/" + i));
                }
            }
            faults.refuseIfAny();
            return new ShipmentCommand.Ship(
                    number, at, read, Boolean.TRUE.equals(last) ? Remainder.CANCELED : Remainder.STAYS_OPEN);
        }
    }

    record PackageBody(
            @Nullable String carrier,
            @Nullable String service,
            @Nullable String trackingNumber,
            @Nullable Integer weightGrams,
            @Nullable List<@Nullable PackedBody> lines) {
        NoticePackage read(Faults faults, String at) {
            List<Packed> packed = new ArrayList<>();
            faults.required(at + "/lines", lines);
            List<@Nullable PackedBody> given = list(faults, at + "/lines", lines, LINES_MAX);
            for (int i = 0; i < given.size(); i++) {
                PackedBody one = faults.required(at + "/lines/" + i, given.get(i));
                if (one != null) {
                    packed.add(one.read(faults, at + "/lines/" + i));
                }
            }
            Integer weight = weightGrams == null
                    ? null
                    : (Integer) faults.number(at + "/weightGrams", weightGrams, 1, WEIGHT_GRAMS_MAX);
            return new NoticePackage(
                    Objects.requireNonNullElse(faults.text(at + "/carrier", carrier, NAME_LENGTH_MAX), ""),
                    faults.optionalText(at + "/service", service, NAME_LENGTH_MAX),
                    Objects.requireNonNullElse(
                            faults.text(at + "/trackingNumber", trackingNumber, NAME_LENGTH_MAX), ""),
                    weight,
                    packed);
        }
    }

    record PackedBody(@Nullable Integer line, @Nullable Integer quantity) {
        Packed read(Faults faults, String at) {
            return new Packed(
                    faults.number(at + "/line", line, 1, Integer.MAX_VALUE),
                    faults.quantity(at + "/quantity", quantity, 1, Quantity.UNITS_MAX));
        }
    }

    /** After step 1: units that will not ship after all. */
    record Cancellation(
            @Nullable List<@Nullable CutBody> lines,
            @Nullable Integer expectedVersion) {
        ShipmentCommand.CancelRemainder command() {
            Faults faults = new Faults();
            List<Cut> cuts = new ArrayList<>();
            faults.required("/lines", lines);
            List<@Nullable CutBody> given = list(faults, "/lines", lines, LINES_MAX);
            for (int i = 0; i < given.size(); i++) {
                CutBody cut = faults.required("/lines/" + i, given.get(i));
                if (cut != null) {
                    cuts.add(cut.read(faults, "/lines/" + i));
                }
            }
            faults.refuseIfAny();
            return new ShipmentCommand.CancelRemainder(cuts);
        }
    }

    /** Before step 1: the units are taken back, and another location is looked for. */
    record Withdrawal(
            @Nullable String reason,
            @Nullable String note,
            @Nullable Integer expectedVersion) {
        ShipmentCommand.Withdraw command() {
            Faults faults = new Faults();
            CancelReason why = faults.read("/reason", reason, CancelReason::ofWithdrawal);
            String told = faults.optionalText("/note", note, NOTE_LENGTH_MAX);
            faults.refuseIfAny();
            return new ShipmentCommand.Withdraw(Objects.requireNonNull(why), told);
        }
    }

    record CutBody(
            @Nullable Integer line,
            @Nullable Integer quantity,
            @Nullable String reason,
            @Nullable String note) {
        Cut read(Faults faults, String at) {
            return new Cut(
                    faults.number(at + "/line", line, 1, Integer.MAX_VALUE),
                    faults.quantity(at + "/quantity", quantity, 1, Quantity.UNITS_MAX),
                    // What is missing was remembered as a fault, and is refused before anybody sees this.
                    Objects.requireNonNullElse(
                            faults.read(at + "/reason", reason, CancelReason::given), CancelReason.OTHER),
                    faults.optionalText(at + "/note", note, NOTE_LENGTH_MAX));
        }
    }

    /** When the location now expects to ship. */
    record ExpectedBody(
            @Nullable String expectedShipDate,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Integer expectedVersion) {
        ShipmentCommand.Expect command() {
            Faults faults = new Faults();
            LocalDate date = faults.read("/expectedShipDate", expectedShipDate, FieldReader::date);
            Expectation.Reason why = faults.choice("/reason", reason, Expectation.Reason.class);
            String said = faults.optionalText("/note", note, NOTE_LENGTH_MAX);
            faults.refuseIfAny();
            return new ShipmentCommand.Expect(Faults.known(date), Faults.known(why), said);
        }
    }

    private static <T> List<@Nullable T> list(
            Faults faults, String pointer, @Nullable List<@Nullable T> given, int max) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > max) {
            faults.add(pointer, "has " + given.size() + " elements; at most " + max + " are taken");
            return List.of();
        }
        return given;
    }
}
