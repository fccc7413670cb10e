package io.partnerhub.coupon.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.partnerhub.coupon.operation.Chunk;
import io.partnerhub.coupon.operation.LongOperation;
import io.partnerhub.coupon.operation.OperationWork;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.ShownRecord;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the next part of an export. A part is written before its transaction commits and
 * written again, the same, if that does not.
 */
@Component
class ExportWork implements OperationWork {

	private final OperationRecords records;

	private final FilePort files;

	private final ExportSettings settings;

	private final JsonMapper json;

	ExportWork(OperationRecords records, FilePort files, ExportSettings settings, JsonMapper json) {
		this.records = records;
		this.files = files;
		this.settings = settings;
		this.json = json;
	}

	@Override
	public LongOperation.Kind kind() {
		return LongOperation.Kind.RECORD_EXPORT;
	}

	@Override
	public boolean inTurn(LongOperation operation) {
		return true;
	}

	@Override
	public Chunk next(LongOperation operation) {
		ExportRequest request = this.json.readValue(operation.request(), ExportRequest.class);
		Integer total = (operation.total() == null) ? this.records.count(request.sight(), request.query()) : null;
		List<ShownRecord> part = this.records.read(request.sight(), request.query(), operation.position(),
				this.settings.recordsPerPart());
		write(operation, request, part);
		return new Chunk(part.size(), part.size(), Money.zero(), total, part.isEmpty() ? null : part.getLast().id(), 1,
				part.size() < this.settings.recordsPerPart());
	}

	private void write(LongOperation operation, ExportRequest request, List<ShownRecord> part) {
		boolean first = operation.parts() == 0;
		try {
			this.files.write(operation.id(), operation.parts(),
					(target) -> new RecordLines(request.chinese()).write(part, first, target));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
