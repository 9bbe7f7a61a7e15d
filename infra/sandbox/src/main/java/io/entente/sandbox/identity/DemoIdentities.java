package io.entente.sandbox.identity;

import java.util.List;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The demo users as they are now: the partners of the demo are known when the demo has registered them. */
final class DemoIdentities implements UserDetailsService {

    /** Of every demo user. The identity server answers this machine only. */
    static final String PASSWORD = "entente";

    private final IdentityFiles files;
    private volatile DemoUsers users;

    DemoIdentities(IdentityFiles files) {
        this.files = files;
        this.users = new DemoUsers(files.partnerIds());
    }

    DemoUsers users() {
        return users;
    }

    void partners(List<String> ids) {
        files.partnerIds(ids);
        users = new DemoUsers(ids);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (users.claims(name).isEmpty()) {
            throw new UsernameNotFoundException("There is no demo user with this name");
        }
        return User.withUsername(name).password("{noop}" + PASSWORD).build();
    }
}
