package io.entente.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.platform.MutableClock;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.IdGenerator;
import io.entente.servers.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances of a service with the same book. */
class StoredBookIT {

    private final MutableClock clock = new MutableClock();
    private final String database = IdGenerator.ulids().next("book");
    private final MongoClient client = MongoClients.create(TestServers.mongoUri(database));
    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final StoredBook<Book, Stored> instance = book();
    private final StoredBook<Book, Stored> other = book();

    record Book(String text, long version) {
        Book next(String changed) {
            return new Book(changed, version + 1);
        }
    }

    record Stored(@Id String id, String text, long version) {}

    private StoredBook<Book, Stored> book() {
        return new StoredBook<>(
                mongo,
                clock,
                new StoredBook.Form<>(
                        "the book",
                        "books",
                        "only",
                        Stored.class,
                        stored -> new Book(stored.text(), stored.version()),
                        book -> new Stored("only", book.text(), book.version()),
                        Book::version));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void the_first_book_stays_whoever_opens_it_again() {
        instance.open(new Book("first", 1));
        other.open(new Book("another first", 1));

        assertThat(other.inForce()).isEqualTo(new Book("first", 1));
    }

    @Test
    void a_missing_book_is_an_error_that_names_it() {
        assertThatThrownBy(instance::inForce)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the book is missing in the store");
    }

    @Test
    void a_change_is_in_force_here_at_once_and_elsewhere_when_the_book_is_read_again() {
        instance.open(new Book("first", 1));
        assertThat(other.inForce().text()).isEqualTo("first");

        instance.replace(instance.latest().next("second"));

        assertThat(instance.inForce().text()).isEqualTo("second");
        assertThat(other.inForce().text()).isEqualTo("first");
        assertThat(other.latest().text()).isEqualTo("second");
        clock.advance(StoredBook.REREAD_AFTER);
        assertThat(other.inForce().text()).isEqualTo("second");
    }

    @Test
    void a_change_of_a_book_that_somebody_else_has_changed_is_refused_and_writes_nothing() {
        instance.open(new Book("first", 1));
        Book read = other.latest();
        instance.replace(read.next("second"));

        assertThatThrownBy(() -> other.replace(read.next("lost")))
                .isInstanceOf(ConcurrentUpdateException.class)
                .hasMessage("the book changed since version 1");
        assertThat(instance.latest()).isEqualTo(new Book("second", 2));
    }

    @Test
    void a_book_from_the_future_is_read_again_after_the_clock_was_set_back() {
        instance.open(new Book("first", 1));
        assertThat(instance.inForce().version()).isEqualTo(1);
        other.replace(other.latest().next("second"));

        clock.advance(Duration.ofSeconds(-10));

        assertThat(instance.inForce().text()).isEqualTo("second");
    }
}
