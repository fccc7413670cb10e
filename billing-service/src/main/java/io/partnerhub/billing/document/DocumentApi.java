package io.partnerhub.billing.document;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of invoices for partners and the vendor (INVO-11). */
@RestController
@Tag(name = "Invoices")
class DocumentApi {

	private final Documents documents;

	private final DocumentSettings settings;

	DocumentApi(Documents documents, DocumentSettings settings) {
		this.documents = documents;
		this.settings = settings;
	}

	@PostMapping("/api/v1/invoice-files")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Upload the file of an invoice: PDF, OFD, JPG or PNG, at most 10 MB",
			description = "The body is the file; its type is told by its content. Name it in an invoice within a day.")
	@RequestBody(required = true, content = @Content(mediaType = "application/octet-stream",
			schema = @Schema(type = "string", format = "binary")))
	FileView upload(Caller caller, HttpServletRequest request) throws IOException {
		InvoiceAccess.requireManaging(caller);
		return upload(Realm.of(caller), caller, request);
	}

	@GetMapping("/api/v1/invoice-files/{id}")
	@Operation(summary = "Fetch a file that you uploaded")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		InvoiceAccess.requireViewing(caller);
		return this.documents.answer(this.documents.get(id, Realm.of(caller)).id());
	}

	@PostMapping("/api/v1/vendor/invoice-files")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Upload the file of an invoice the vendor issues",
			description = "As for partners: PDF, OFD, JPG or PNG, at most 10 MB, told by content.")
	@RequestBody(required = true, content = @Content(mediaType = "application/octet-stream",
			schema = @Schema(type = "string", format = "binary")))
	FileView uploadByVendor(Caller caller, HttpServletRequest request) throws IOException {
		caller.require(Caller.Kind.VENDOR);
		return upload(null, caller, request);
	}

	private FileView upload(@Nullable Realm realm, Caller caller, HttpServletRequest request) throws IOException {
		try (Upload upload = Upload.read(request.getInputStream(), this.settings.limit())) {
			return FileView.of(this.documents.keep(realm, caller.subject(), upload));
		}
	}

	/**
	 * An uploaded file.
	 *
	 * @param bytes its size
	 */
	record FileView(UUID id, DocumentType type, int bytes, Instant uploadedAt) {

		static FileView of(Document document) {
			return new FileView(document.id(), document.type(), document.bytes(), document.uploadedAt());
		}

	}

}
