package io.braid.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Our users, as the library that checks passkeys asks for them: by id alone, and never written. */
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final UserStore users;

    PasskeyUsers(UserStore users) {
        this.users = users;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return entity(PasskeyStore.user(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return entity(UUID.fromString(id));
    }

    private @Nullable PublicKeyCredentialUserEntity entity(UUID id) {
        return users.find(id)
                .map(user -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(PasskeyStore.handle(id))
                        .name(user.email())
                        .displayName(user.name())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("users are made by invitation");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("users are removed as users");
    }
}
