package io.partnerhub.contracts;

/**
 * What a partner is to the vendor: solution provider (解决方案提供商), distributor (总经销商),
 * reseller (云经销商, always under one distributor) or government-subsidy partner (政府补贴类伙伴).
 */
public enum PartnerType {

	SOLUTION_PROVIDER, DISTRIBUTOR, RESELLER, GOVERNMENT_SUBSIDY

}
