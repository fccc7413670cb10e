package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the bytes of files are kept: a folder, or the adapter of an object store in its
 * place. Objects are named by ids of the hub, never by anything a caller sends.
 */
public interface ObjectPort {

	/** Keeps a copy of the content, whole or not at all; replaces what is there. */
	void put(UUID object, Path content) throws IOException;

	InputStream get(UUID object) throws IOException;

	/** Takes it away if it is there. */
	void delete(UUID object) throws IOException;

	/** The same for who can do nothing about a store that is away. */
	default void forget(UUID object) {
		try {
			delete(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
