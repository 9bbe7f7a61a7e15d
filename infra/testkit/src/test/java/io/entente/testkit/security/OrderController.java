package io.entente.testkit.security;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.keys.UsedKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders of two partners, with a rule of each kind. */
@RestController
@RequestMapping("/api/orders")
@AllowedTo(roles = Role.FINANCE)
class OrderController {

    private static final List<Order> ORDERS =
            List.of(new Order("o-1", "par_1", List.of("a", "b")), new Order("o-2", "par_2", List.of("c")));

    record Order(String id, String partnerId, List<String> lines) {}

    private final UsedKeys keys;

    OrderController(UsedKeys keys) {
        this.keys = keys;
    }

    record NewOrder(String partnerId) {}

    record Who(String actor) {}

    /** Lists orders. */
    @GetMapping
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    Page<Order> list(Tenant tenant, PageRequest page) {
        return new Page<>(
                ORDERS.stream()
                        .filter(order -> tenant.covers(order.partnerId()))
                        .toList(),
                null);
    }

    /** Returns an order. */
    @GetMapping("/{id}")
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    Order get(@PathVariable String id, Tenant tenant) {
        return existing(id, tenant);
    }

    /** Returns a line of an order. */
    @GetMapping("/{id}/lines/{line}")
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    Who line(@PathVariable String id, @PathVariable int line, Tenant tenant) {
        return new Who(existing(id, tenant).lines().get(line));
    }

    /** Lists the orders of the partner in the path. */
    @GetMapping("/of/{partnerId}")
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    Page<Order> of(@PathVariable String partnerId, Tenant tenant, PageRequest page) {
        return list(tenant, page);
    }

    /** Places an order; the rule is the controller's. */
    @PostMapping
    Who place(@RequestBody NewOrder order, Actor actor) {
        return new Who(actor.value());
    }

    /** Returns the conditions, which are the same for everybody. */
    @GetMapping("/conditions")
    @AllowedTo(
            roles = {Role.PARTNER, Role.OPS},
            sameForEveryTenant = true)
    Who conditions(Caller caller) {
        return new Who(caller.actor().value());
    }

    /** Takes a signed notice. */
    @PostMapping("/{source}")
    @AllowedToAnyone(reason = "The sender signs its notices.")
    Who notice(@PathVariable String source, Actor actor) {
        return new Who(actor.value());
    }

    /** Cancels an order. Its path also has the form of {@link #notice}. */
    @PostMapping("/cancel")
    Who cancel(Actor actor) {
        return new Who(actor.value());
    }

    /** Places an order whose name the caller chooses. */
    @PostMapping("/named")
    ResponseEntity<Who> named(@RequestBody NewOrder order, IdempotencyKey key, Actor actor) {
        return keys.once(
                key,
                "orders",
                order,
                () -> Created.first("/api/orders/o-" + order.partnerId(), new Who(actor.value())));
    }

    /** Answers later, in another thread. */
    @GetMapping("/later")
    Callable<Who> later(Actor actor) {
        return () -> new Who(actor.value());
    }

    /** Fails with an error of the container. */
    @GetMapping("/teapot")
    void teapot(HttpServletResponse response) throws IOException {
        response.sendError(418);
    }

    private static Order existing(String id, Tenant tenant) {
        return ORDERS.stream()
                .filter(order -> order.id().equals(id) && tenant.covers(order.partnerId()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("order", id));
    }
}
