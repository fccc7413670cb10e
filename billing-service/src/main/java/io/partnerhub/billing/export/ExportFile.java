package io.partnerhub.billing.export;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

import io.partnerhub.platform.job.FileProgress;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** The file of an export on its way out, one part after the other. */
public final class ExportFile {

	private ExportFile() {
	}

	/** Sends it. */
	public static void send(HttpServletResponse response, String name, FileProgress progress, IntFunction<byte[]> parts)
			throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"" + name + "-" + progress.id() + ".csv\"");
		for (int part = 0; part < progress.parts(); part++) {
			response.getOutputStream().write(parts.apply(part));
		}
	}

	/** DOWNLOAD while there is a file. */
	public static List<String> allowedActions(FileProgress progress) {
		return progress.isDone() ? List.of("DOWNLOAD") : List.of();
	}

}
