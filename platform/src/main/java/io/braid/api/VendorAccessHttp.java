package io.braid.api;

import io.braid.access.VendorDoors;
import io.braid.journal.Deed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeping all people and keys of a vendor out, at once, and letting them in again. */
@RestController
@RequestMapping("/api/v1/vendors/{code}/lockout")
final class VendorAccessHttp {
    private final VendorDoors doors;

    VendorAccessHttp(VendorDoors doors) {
        this.doors = doors;
    }

    @PutMapping
    @Needs(value = "vendor-access:write", fresh = true)
    ResponseEntity<Void> lockOut(@PathVariable String code, Deed deed) {
        Answers.of(doors.lock(deed, VendorsHttp.path(code)));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    @Needs(value = "vendor-access:write", fresh = true)
    ResponseEntity<Void> letIn(@PathVariable String code, Deed deed) {
        Answers.of(doors.unlock(deed, VendorsHttp.path(code)));
        return ResponseEntity.noContent().build();
    }
}
