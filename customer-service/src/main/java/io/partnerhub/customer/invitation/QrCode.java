package io.partnerhub.customer.invitation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code in its own grid of modules, quiet zone included, and its pictures in pixels.
 */
record QrCode(BitMatrix modules) {

	private static final int BLACK = 0x000000;

	private static final int WHITE = 0xffffff;

	static QrCode of(String text) {
		try {
			return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4)));
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("the text does not fit into a QR code", ex);
		}
	}

	/** Modules of whole pixels, so that edges stay sharp; what is left over is margin. */
	byte[] png(int size) {
		int grid = this.modules.getWidth();
		int scale = Math.max(1, size / grid);
		int margin = (size - grid * scale) / 2;
		BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < size; x++) {
				image.setRGB(x, y, isDark(x - margin, y - margin, scale) ? BLACK : WHITE);
			}
		}
		return write(image);
	}

	/** One path; every run of dark modules in a row is a rectangle of it. */
	byte[] svg(int size) {
		int grid = this.modules.getWidth();
		return """
				<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
				shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
				""".formatted(size, size, grid, grid, grid, grid, path()).getBytes(StandardCharsets.UTF_8);
	}

	private boolean isDark(int x, int y, int scale) {
		int grid = this.modules.getWidth();
		return x >= 0 && y >= 0 && x < grid * scale && y < grid * scale && this.modules.get(x / scale, y / scale);
	}

	private String path() {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < this.modules.getHeight(); y++) {
			int x = 0;
			while (x < this.modules.getWidth()) {
				int end = runEnd(x, y);
				if (end > x) {
					path.append('M').append(x).append(' ').append(y).append('h').append(end - x).append("v1h");
					path.append(x - end).append('z');
				}
				x = Math.max(end, x + 1);
			}
		}
		return path.toString();
	}

	private int runEnd(int x, int y) {
		int end = x;
		while (end < this.modules.getWidth() && this.modules.get(end, y)) {
			end++;
		}
		return end;
	}

	private static byte[] write(BufferedImage image) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			if (!ImageIO.write(image, "png", out)) {
				throw new IllegalStateException("this JDK writes no PNG");
			}
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
