package io.partnerhub.billing.document;

/** What a file of an invoice can be (INVO-11). */
public enum DocumentType {

	PDF("application/pdf"), OFD("application/ofd"), JPG("image/jpeg"), PNG("image/png");

	private final String mediaType;

	DocumentType(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return this.mediaType;
	}

}
