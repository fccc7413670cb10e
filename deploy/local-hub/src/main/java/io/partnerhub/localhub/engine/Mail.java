package io.partnerhub.localhub.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** A mail that arrived, as its reader would see it. */
record Mail(List<String> to, String from, String subject, Instant receivedAt, @Nullable String text,
		@Nullable String html) implements Comparable<Mail> {

	static Mail of(StoredMessage stored) {
		MimeMessage message = stored.getMimeMessage();
		try {
			return new Mail(addresses(message.getRecipients(Message.RecipientType.TO)),
					String.join(", ", addresses(message.getFrom())),
					(message.getSubject() != null) ? message.getSubject() : "", stored.getReceivedDate().toInstant(),
					body(message, "text/plain"), body(message, "text/html"));
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException("A mail cannot be read", ex);
		}
	}

	boolean isFor(String address) {
		return this.to.stream().anyMatch(address::equalsIgnoreCase);
	}

	@Override
	public int compareTo(Mail other) {
		return Comparator.comparing(Mail::receivedAt).reversed().compare(this, other);
	}

	private static List<String> addresses(Address @Nullable [] addresses) {
		return (addresses != null) ? Arrays.stream(addresses).map(Mail::plain).toList() : List.of();
	}

	private static String plain(Address address) {
		return (address instanceof jakarta.mail.internet.InternetAddress mail) ? mail.getAddress() : address.toString();
	}

	private static @Nullable String body(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type) && part.getContent() instanceof String text) {
			return text;
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = body(parts.getBodyPart(i), type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

}
