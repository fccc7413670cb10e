package io.partnerhub.customer.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a reader's news are parted into mails, each about one matter: coupons beyond a
 * mail's lines are only counted (VOU-13), while orders go on in the next mail, so that
 * each is named (ORD-09).
 */
final class NoticePages {

	private NoticePages() {
	}

	static List<Page> of(List<Notice> news, NoticeSettings settings, NoticeWords words) {
		Map<String, List<Notice>> matters = news.stream()
			.collect(Collectors.groupingBy((each) -> each.kind().mail(), LinkedHashMap::new, Collectors.toList()));
		List<Page> pages = new ArrayList<>();
		matters.forEach((template, matter) -> pages.addAll(pages(template, matter, settings, words)));
		return pages;
	}

	private static List<Page> pages(String template, List<Notice> matter, NoticeSettings settings, NoticeWords words) {
		boolean orders = matter.getFirst().kind().isOfOrder();
		int perMail = settings.linesPerMail();
		int named = Math.min(matter.size(), orders ? perMail * settings.orderMails() : perMail);
		List<Notice> rest = matter.subList(named, matter.size());
		String more = orders ? words.more(rest) : words.more(rest.size());
		List<Page> pages = new ArrayList<>();
		for (int start = 0; start < named; start += perMail) {
			int end = Math.min(start + perMail, named);
			pages.add(new Page(template, matter.subList(start, end).stream().map(words::of).toList(),
					(end == named) ? more : ""));
		}
		return pages;
	}

	/**
	 * What one mail says.
	 *
	 * @param more of what no mail has room for
	 */
	record Page(String template, List<String> lines, String more) {
	}

}
