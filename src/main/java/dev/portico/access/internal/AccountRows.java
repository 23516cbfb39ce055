package dev.portico.access.internal;

import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/// The accounts in the database.
interface AccountRows extends Repository<Account, UUID> {

    Account save(Account account);

    void delete(Account account);

    void flush();

    Optional<Account> findById(UUID id);

    default Account known(UUID id) {
        return findById(id)
                .orElseThrow(() -> new Refusal.NotFound("account-unknown", "There is no account with the id " + id));
    }

    Optional<Account> findByName(String name);

    Optional<Account> findByIssuerAndSubject(String issuer, String subject);

    boolean existsByName(String name);

    List<Account> findByNameGreaterThanOrderByName(String after, Limit limit);
}
