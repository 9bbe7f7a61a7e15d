package io.entente.partner.memberships.web;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.MemberFilter;
import io.entente.partner.memberships.MemberState;
import io.entente.partner.memberships.Right;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/partners/{partnerId}/members}: searches, filters, sorts and exports the members of a partner. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.ADMIN})
@NeedsRight("MANAGE_MEMBERS")
@RestController
@RequestMapping("/api/partners/{partnerId}/members")
class MemberListController {

    private final Rosters rosters;

    MemberListController(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * Lists the members of a partner, invited and revoked ones included. Without an order, the list begins with the one that was invited
     * first.
     *
     * @param q beginnings of words of the name or the address, without regard to case and accents
     * @param state only members in one of these states
     * @param right only members with this right
     */
    @AuditedRead
    @GetMapping
    Page<MemberView> list(
            @PathVariable String partnerId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<MemberState> state,
            @RequestParam(required = false) @Nullable Right right,
            PageRequest page,
            @SortedBy({MemberFilter.INVITED, MemberFilter.NAME}) SortOrder sort,
            Tenant tenant) {
        List<Member> found = found(partnerId, filter(q, state, right, sort));
        int after = after(found, page.after());
        List<Member> rest = found.subList(after, found.size());
        return Page.of(rest, page, Member::id).map(MemberView::of);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q beginnings of words of the name or the address
     * @param state only members in one of these states
     * @param right only members with this right
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @PathVariable String partnerId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<MemberState> state,
            @RequestParam(required = false) @Nullable Right right,
            @SortedBy({MemberFilter.INVITED, MemberFilter.NAME}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            Tenant tenant,
            HttpServletResponse response)
            throws IOException {
        List<Member> found = found(partnerId, filter(q, state, right, sort));
        Download.csv("members.csv").withByteOrderMark(bom).writeTo(response, out -> {
            MembersCsv csv = new MembersCsv(out);
            found.forEach(member -> csv.add(MemberView.of(member)));
            csv.flush();
        });
    }

    /** Returns a member of a partner. */
    @AuditedRead
    @GetMapping("/{memberId}")
    MemberView get(@PathVariable String partnerId, @PathVariable String memberId, Tenant tenant) {
        return rosters.find(new PartnerId(partnerId))
                .flatMap(roster -> roster.member(memberId))
                .map(MemberView::of)
                .orElseThrow(() -> new NotFoundException("member", memberId));
    }

    private List<Member> found(String partnerId, MemberFilter filter) {
        return rosters.find(new PartnerId(partnerId)).map(filter::of).orElse(List.of());
    }

    private static MemberFilter filter(
            @Nullable String q, @Nullable List<MemberState> state, @Nullable Right right, SortOrder sort) {
        return new MemberFilter(q, state == null ? List.of() : state, right, sort);
    }

    /** Where a page begins: after the member that the cursor names, or at the end if it is gone. */
    private static int after(List<Member> found, @Nullable String id) {
        return id == null
                ? 0
                : IntStream.range(0, found.size())
                        .filter(index -> found.get(index).id().equals(id))
                        .map(index -> index + 1)
                        .findFirst()
                        .orElse(found.size());
    }
}
