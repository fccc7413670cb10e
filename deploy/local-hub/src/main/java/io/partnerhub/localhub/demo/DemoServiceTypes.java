package io.partnerhub.localhub.demo;

import java.util.List;
import java.util.Map;

/**
 * A few service types of the vendor, for limits of vouchers to name, and what they earn.
 */
final class DemoServiceTypes {

	private static final List<Map<String, String>> TYPES = List.of(type("ec2", "弹性云服务器", "Elastic Cloud Server", "ECS"),
			type("ebs", "云硬盘", "Elastic Volume Service", "EVS"), type("obs", "对象存储服务", "Object Storage Service", "OBS"),
			type("vpc", "虚拟私有云", "Virtual Private Cloud", "VPC"), type("eip", "弹性公网IP", "Elastic IP", "EIP"),
			type("rds", "云数据库", "Relational Database Service", "RDS"));

	private static final List<Map<String, Object>> INCENTIVE_POLICIES = List.of(policy("ec2", "ORDINARY", true),
			policy("obs", "SPECIAL", true), policy("rds", "REVENUE_NO_REBATE", false));

	private static final String MARK = "SERVICE_TYPES";

	private static final String POLICIES = "INCENTIVE_POLICIES";

	private final DemoHub hub;

	private final DemoProperties demo;

	DemoServiceTypes(DemoHub hub, DemoProperties demo) {
		this.hub = hub;
		this.demo = demo;
	}

	void ensure() {
		if (!this.demo.has(MARK)) {
			this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/service-types", "demo-service-types",
					Map.of("items", TYPES));
			this.demo.put(MARK, Integer.toString(TYPES.size()));
		}
		if (!this.demo.has(POLICIES)) {
			this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/incentive-policies", "demo-incentive-policies",
					Map.of("items", INCENTIVE_POLICIES));
			this.demo.put(POLICIES, Integer.toString(INCENTIVE_POLICIES.size()));
		}
	}

	private static Map<String, Object> policy(String code, String policy, boolean discountAllowed) {
		return Map.of("serviceType", "hws.service.type." + code, "from", "2024-01", "policy", policy, "discountAllowed",
				discountAllowed);
	}

	private static Map<String, String> type(String code, String nameZh, String nameEn, String abbreviation) {
		return Map.of("code", "hws.service.type." + code, "nameZh", nameZh, "nameEn", nameEn, "abbreviation",
				abbreviation);
	}

}
