package io.entente.platform.security.members.web;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.security.members.StoredMembers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Keeps the members in memory, in a service that stores them: a copy of the topic, or its own. */
@AutoConfiguration(after = MembersConfiguration.class)
@ConditionalOnBean(StoredMembers.class)
public class MembersInForceConfiguration {

    @Bean
    MembersInForce membersInForce(StoredMembers stored) {
        return new MembersInForce(stored);
    }

    /** Everything is read before the first request. */
    @Bean
    SmartInitializingSingleton membersAtStart(MembersInForce members) {
        return members::reread;
    }

    @Bean
    Sweep membersSweep(Sweeps sweeps, MembersInForce members) {
        return sweeps.every(MembersInForce.REREAD_AFTER, "members", members::reread);
    }
}
