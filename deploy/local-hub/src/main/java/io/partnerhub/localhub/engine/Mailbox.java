package io.partnerhub.localhub.engine;

import java.util.List;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.partnerhub.localhub.home.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that accepts every mail for anybody and delivers none: a page and a JSON
 * list show what arrived.
 */
public final class Mailbox implements Part {

	private final int smtpPort;

	private final int pagePort;

	private final Progress progress;

	private @Nullable GreenMail server;

	private @Nullable MailPage page;

	public Mailbox(int smtpPort, int pagePort, Progress progress) {
		this.smtpPort = smtpPort;
		this.pagePort = pagePort;
		this.progress = progress;
	}

	@Override
	public String name() {
		return "mail";
	}

	public String url() {
		return "http://127.0.0.1:" + this.pagePort;
	}

	public int smtpPort() {
		return this.smtpPort;
	}

	@Override
	public synchronized void start() {
		GreenMail started = new GreenMail(new ServerSetup(this.smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		started.start();
		this.server = started;
		this.page = MailPage.open(this.pagePort, this::mails);
		this.progress.say("Mail catcher ready: SMTP on 127.0.0.1:" + this.smtpPort + ", mails at " + url());
	}

	@Override
	public synchronized void stop() {
		if (this.page != null) {
			this.page.close();
			this.page = null;
		}
		if (this.server != null) {
			this.server.stop();
			this.server = null;
		}
	}

	@Override
	public void kill() {
		stop();
	}

	@Override
	public synchronized boolean running() {
		return this.server != null;
	}

	/** Newest first. */
	private synchronized List<Mail> mails() {
		if (this.server == null) {
			return List.of();
		}
		List<StoredMessage> messages = this.server.getManagers().getImapHostManager().getAllMessages();
		return messages.stream().map(Mail::of).sorted().toList();
	}

}
