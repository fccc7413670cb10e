package io.partnerhub.acceptance;

import java.util.List;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.ListServiceTypesRequest;
import com.huaweicloud.sdk.bss.v2.model.ListServiceTypesResponse;
import com.huaweicloud.sdk.bss.v2.model.ServiceTypes;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * The vendor's own SDK reads the dictionary of service types that the vendor fed to
 * another service.
 */
class VendorSdkServiceTypesTests {

	private final RunningHub hub = RunningHub.shared();

	private final BssClient partner = client("DISTRIBUTOR");

	private final BssClient customer = client("CUSTOMER");

	@BeforeEach
	void theDictionaryHasArrived() {
		await().atMost(Relation.PATIENCE).until(() -> list(this.partner, null, null, 1).getTotalCount() >= 3);
	}

	@Test
	void tellsPartnersAndCustomersInBothLanguages() {
		for (BssClient client : List.of(this.partner, this.customer)) {
			ServiceTypes chinese = elasticCloudServer(list(client, null, null, 1000));
			assertThat(chinese.getServiceTypeName()).isEqualTo("弹性云服务器");
			assertThat(chinese.getAbbreviation()).isEqualTo("ECS");
			ServiceTypes english = elasticCloudServer(list(client, "en_US", null, 1000));
			assertThat(english.getServiceTypeName()).isEqualTo("Elastic Cloud Server");
			assertThat(elasticCloudServer(list(client, "zh_CN", null, 1000))).isEqualTo(chinese);
		}
	}

	@Test
	@Tag("X-09")
	void pagesByOffset() {
		ListServiceTypesResponse all = list(this.partner, null, null, 1000);
		ListServiceTypesResponse second = list(this.partner, null, 1, 1);
		assertThat(second.getTotalCount()).isEqualTo(all.getTotalCount());
		assertThat(second.getServiceTypes()).containsExactly(all.getServiceTypes().get(1));
		assertThat(list(this.partner, null, all.getTotalCount(), 10).getServiceTypes()).isEmpty();
	}

	@Test
	@Tag("X-09")
	void refusesPagesThatAreTooLarge() {
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class,
				() -> list(this.partner, null, null, 1001));
		assertThat(refusal.getHttpStatusCode() + " " + refusal.getErrorCode()).isEqualTo("400 CBC.0100");
	}

	private static ServiceTypes elasticCloudServer(ListServiceTypesResponse answer) {
		return answer.getServiceTypes()
			.stream()
			.filter((type) -> type.getServiceTypeCode().equals("hws.service.type.ec2"))
			.findFirst()
			.orElseThrow();
	}

	private static ListServiceTypesResponse list(BssClient client, String language, Integer offset, Integer limit) {
		return client.listServiceTypes(
				new ListServiceTypesRequest().withXLanguage(language).withOffset(offset).withLimit(limit));
	}

	private BssClient client(String who) {
		return VendorSdk.of(this.hub, who).calls();
	}

}
