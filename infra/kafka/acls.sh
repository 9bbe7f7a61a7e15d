#!/bin/sh
# The least rights of each service, for brokers with an authorizer (StandardAuthorizer) and allow.everyone.if.no.acl.found=false.
#
#   BROKERS=kafka-1:9093 ADMIN=admin.properties ./acls.sh
#
# ADMIN is a file with the settings of a client that may change ACLs (security.protocol, sasl.mechanism, sasl.jaas.config).
# The name of each user is the name of its service, and so is its consumer group. A test gives exactly these rights to users of a
# broker and tries what each may do (KafkaRightsIT).
set -eu

acl() {
  user="$1"
  shift
  kafka-acls.sh --bootstrap-server "$BROKERS" --command-config "$ADMIN" --add --allow-principal "User:$user" "$@"
}

acl partner-service --operation Write --operation Describe --topic partner.events --topic partner.profiles --topic partner.members
acl partner-service --operation Read --operation Describe --topic partner.events --topic referral.events --topic commission.events
acl partner-service --operation Read --group partner-service

acl referral-service --operation Write --operation Describe --topic referral.events
acl referral-service --operation Read --operation Describe --topic partner.profiles --topic partner.members --topic referral.events --topic notification.events
acl referral-service --operation Read --group referral-service

acl commission-service --operation Write --operation Describe --topic commission.events
acl commission-service --operation Read --operation Describe --topic partner.profiles --topic partner.members --topic referral.events
acl commission-service --operation Read --group commission-service

acl notification-service --operation Write --operation Describe --topic notification.events
acl notification-service --operation Read --operation Describe --topic partner.events --topic partner.profiles --topic partner.members --topic referral.events --topic commission.events
acl notification-service --operation Read --group notification-service
