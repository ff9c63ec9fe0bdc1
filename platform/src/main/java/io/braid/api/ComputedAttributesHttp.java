package io.braid.api;

import io.braid.criteria.ComputedAttribute;
import io.braid.criteria.Criteria;
import io.braid.journal.Deed;
import io.braid.routing.Lexicon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Named expressions over the fields of orders, lines, products, locations and customers. */
@RestController
@RequestMapping("/api/v1/routing/computed-attributes")
final class ComputedAttributesHttp {
    private static final int EXPRESSION_LENGTH_MAX = 2_000;
    private static final int MEANING_LENGTH_MAX = 500;

    private final Criteria criteria;

    ComputedAttributesHttp(Criteria criteria) {
        this.criteria = criteria;
    }

    /** An attribute as it is sent. */
    record AttributeBody(
            @Nullable String name,
            @Nullable String expression,
            @Nullable String meaning,
            @Nullable Integer expectedVersion) {}

    /** An attribute as it is shown; {@code field} is what strategies call it, and its type follows from it. */
    record AttributeView(
            String name,
            String field,
            String expression,
            Lexicon.Kind valueType,
            String meaning,
            int version,
            Instant updatedAt) {
        static AttributeView of(ComputedAttribute attribute) {
            return new AttributeView(
                    attribute.name(),
                    "computed." + attribute.name(),
                    attribute.expression(),
                    attribute.kind(),
                    attribute.meaning(),
                    attribute.version(),
                    attribute.updatedAt());
        }
    }

    @GetMapping
    @Needs("routing:read")
    Page<AttributeView> list(Paging paging) {
        String after = paging.after(List::getFirst);
        List<ComputedAttribute> found = criteria.listAttributes(after == null ? "" : after, paging.fetch());
        return paging.page(found, AttributeView::of, attribute -> List.of(attribute.name()));
    }

    @GetMapping("/{name}")
    @Needs("routing:read")
    ResponseEntity<AttributeView> attribute(@PathVariable("name") String name) {
        ComputedAttribute found = criteria.findAttribute(name).orElseThrow(Declined::notFound);
        return Answers.versioned(AttributeView.of(found), found.version());
    }

    /** Type-checks the expression and stores it; the next order that asks for it gets this one. */
    @PutMapping("/{name}")
    @Needs("routing:write")
    ResponseEntity<AttributeView> define(
            @PathVariable("name") String name, @RequestBody AttributeBody body, IfMatch ifMatch, Deed deed) {
        Faults faults = new Faults();
        CriteriaNames.check(faults, name);
        if (body.name() != null && !body.name().equals(name)) {
            faults.add("/name", "is not the attribute of the path");
        }
        String expression = faults.text("/expression", body.expression(), EXPRESSION_LENGTH_MAX);
        String meaning = faults.optionalText("/meaning", body.meaning(), MEANING_LENGTH_MAX);
        faults.refuseIfAny();
        Criteria.AttributeDraft draft =
                new Criteria.AttributeDraft(name, Faults.known(expression), Objects.requireNonNullElse(meaning, ""));
        ComputedAttribute defined = Answers.of(criteria.define(deed, draft, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(AttributeView.of(defined), defined.version());
    }

    @DeleteMapping("/{name}")
    @Needs("routing:write")
    ResponseEntity<Void> remove(@PathVariable("name") String name, Deed deed) {
        Answers.of(criteria.removeAttribute(deed, name));
        return ResponseEntity.noContent().build();
    }
}
