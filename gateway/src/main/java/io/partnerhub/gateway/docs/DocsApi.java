package io.partnerhub.gateway.docs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.partnerhub.platform.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reference page and the contracts it shows; everything comes from this host. */
@RestController
@RequestMapping("/docs")
class DocsApi {

	private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
			+ " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none';"
			+ " base-uri 'none'; form-action 'none'";

	@GetMapping({ "", "/" })
	ResponseEntity<Resource> page(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		return ResponseEntity.ok().contentType(HTML).body(new ClassPathResource("docs/index.html"));
	}

	@GetMapping("/reference.js")
	ResponseEntity<Resource> script() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
			.contentType(SCRIPT)
			.body(new ClassPathResource("META-INF/resources/webjars/scalar/scalar.js"));
	}

	@GetMapping("/openapi.yaml")
	ResponseEntity<Resource> openApi() {
		return contract("openapi.yaml");
	}

	@GetMapping("/asyncapi.yaml")
	ResponseEntity<Resource> asyncApi() {
		return contract("asyncapi.yaml");
	}

	private static ResponseEntity<Resource> contract(String name) {
		Resource contract = new ClassPathResource("META-INF/partner-hub/" + name);
		if (!contract.exists()) {
			throw Problem.notFound("contract");
		}
		return ResponseEntity.ok().contentType(YAML).body(contract);
	}

}
