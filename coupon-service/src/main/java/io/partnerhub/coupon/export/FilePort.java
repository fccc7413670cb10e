package io.partnerhub.coupon.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/**
 * Where the parts of files are kept: a folder, or the adapter of an object store in its
 * place.
 */
public interface FilePort {

	/** Writes a part whole or not at all; one that is there already is replaced. */
	void write(UUID file, int part, Content content) throws IOException;

	InputStream read(UUID file, int part) throws IOException;

	/** Takes away whatever parts there are. */
	void delete(UUID file) throws IOException;

	/** Writes the content of a part. */
	interface Content {

		void writeTo(OutputStream target) throws IOException;

	}

}
