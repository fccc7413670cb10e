package io.partnerhub.program.member;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation page (组织 > 组织成员) of a partner. */
@RestController
class MemberApi {

	private final Members members;

	MemberApi(Members members) {
		this.members = members;
	}

	@PostMapping("/api/v1/members")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Let a person into the partner, with 1 to 3 roles")
	ResponseEntity<MemberView> add(Caller caller, @Valid @RequestBody NewMember person) {
		return answer(HttpStatus.CREATED, caller, this.members.add(caller, person));
	}

	@GetMapping("/api/v1/members")
	@Operation(summary = "The partner's members, newest first")
	Page<MemberView> list(Caller caller, PageQuery query) {
		Page<Member> page = this.members.list(caller, query);
		Set<UUID> administrators = this.members.administrators(caller);
		return page.map((member) -> MemberView.of(member, administrators).listed());
	}

	@GetMapping("/api/v1/members/{id}")
	@Operation(summary = "One member; the ETag is needed to change it")
	ResponseEntity<MemberView> find(Caller caller, @PathVariable UUID id) {
		return answer(HttpStatus.OK, caller, this.members.find(caller, id));
	}

	@PutMapping("/api/v1/members/{id}")
	@Operation(summary = "Give a member other roles or another supervisor; the login name stays")
	ResponseEntity<MemberView> change(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody MemberChange change) {
		return answer(HttpStatus.OK, caller, this.members.change(caller, id, ifMatch, change));
	}

	@DeleteMapping("/api/v1/members/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Deactivate a member; the last administrator stays")
	void deactivate(Caller caller, @PathVariable UUID id) {
		this.members.deactivate(caller, id);
	}

	private ResponseEntity<MemberView> answer(HttpStatus status, Caller caller, Member member) {
		return ResponseEntity.status(status)
			.eTag(ETags.of(member.version()))
			.body(MemberView.of(member, this.members.administrators(caller)));
	}

	/** A member as its administrator sees it; a list leaves the contact out. */
	record MemberView(UUID id, String loginName, String displayName, Set<Role> roles, DataScope scope,
			@Nullable UUID supervisorId, boolean active, String issuer, String subject, @Nullable String email,
			@Nullable String mobile, List<String> allowedActions) {

		static MemberView of(Member member, Set<UUID> administrators) {
			return new MemberView(member.id(), member.loginName(), member.displayName(), member.roles(),
					RoleRules.scope(member.roles()), member.supervisorId(), member.active(), member.issuer(),
					member.subject(), member.email(), member.mobile(), actions(member, administrators));
		}

		MemberView listed() {
			return new MemberView(this.id, this.loginName, this.displayName, this.roles, this.scope, this.supervisorId,
					this.active, this.issuer, this.subject, null, null, this.allowedActions);
		}

		private static List<String> actions(Member member, Set<UUID> administrators) {
			if (!member.active()) {
				return List.of();
			}
			return administrators.equals(Set.of(member.id())) ? List.of("CHANGE") : List.of("CHANGE", "DEACTIVATE");
		}

	}

}
