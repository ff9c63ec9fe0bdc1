package io.braid.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed outside any handler, as a problem; and the pages that explain the problems. */
@RestController
final class ErrorsHttp {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final Problems problems;
    private final ProblemPages pages;

    ErrorsHttp(Problems problems, ProblemPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @RequestMapping("/error")
    @Open
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        problems.write(request, response, Problems.byStatus(status));
    }

    @GetMapping("/problems/{name}")
    @Open
    ResponseEntity<String> page(@PathVariable String name) {
        String page = pages.find(name).orElseThrow(Declined::notFound);
        return ResponseEntity.ok().contentType(MARKDOWN).body(page);
    }
}
