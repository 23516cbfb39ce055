package dev.portico.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.catalog.definition.Definition.Section;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionsTest {

    @Test
    void openapi_reads_as_operations_by_tag_with_parameters_bodies_and_answers() {
        Definition fares = Definitions.read("openapi", """
                openapi: 3.1.0
                info: {title: Fares, version: 1.2.0}
                servers: [{url: "https://fares.example", description: Production}]
                tags: [{name: Fares, description: What a journey costs}]
                paths:
                  /fares/{id}:
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: string}}
                    get:
                      tags: [Fares]
                      summary: One fare
                      parameters: [{$ref: "#/components/parameters/lang"}]
                      responses:
                        200:
                          description: The fare
                          content:
                            application/json:
                              schema: {$ref: "#/components/schemas/Fare"}
                              example: {price: 12}
                    put:
                      deprecated: true
                      requestBody:
                        content: {application/json: {schema: {$ref: "#/components/schemas/Fare"}}}
                      responses: {204: {description: Changed}}
                components:
                  parameters:
                    lang: {name: lang, in: query, schema: {type: string, enum: [en, de]}}
                  schemas:
                    Fare:
                      type: object
                      required: [price]
                      properties:
                        price: {type: integer, minimum: 0, description: In cents}
                        part: {$ref: "#/components/schemas/Fare"}
                        legs: {type: array, items: {type: string, format: date}}
                """);

        assertThat(fares.format()).isEqualTo("OpenAPI 3.1.0");
        assertThat(fares.servers()).containsExactly("https://fares.example, Production");
        assertThat(fares.sections()).extracting(Section::title).containsExactly("Fares", "Operations", "Schemas");
        List<Part> get = fares.item("get /fares/{id}").orElseThrow().parts();
        assertThat(get.getFirst().fields())
                .extracting(Field::name, Field::type, Field::required)
                .containsExactly(tuple("id", "string in path", true), tuple("lang", "string in query", false));
        assertThat(get.getFirst().fields().getLast().note()).contains("One of: en, de");
        Part answer = get.getLast();
        assertThat(answer.title()).isEqualTo("Answer 200 application/json: Fare");
        assertThat(answer.example()).contains("\"price\" : 12");
        assertThat(answer.fields())
                .extracting(Field::name, Field::type, Field::required)
                .containsExactly(
                        tuple("price", "integer", true),
                        tuple("part", "Fare", false),
                        tuple("legs", "string (date)[]", false));
        assertThat(answer.fields().get(1).fields()).as("a schema within itself").isEmpty();
        assertThat(fares.item("put /fares/{id}").orElseThrow().deprecated()).isTrue();
    }

    @Test
    void swagger_2_reads_like_its_successors() {
        Definition pets = Definitions.read("openapi", """
                {"swagger": "2.0", "info": {"title": "Pets", "version": "1"}, "host": "pets.example", "basePath": "/v1",
                 "paths": {"/pets": {"post": {"parameters": [
                    {"in": "body", "name": "pet", "schema": {"$ref": "#/definitions/Pet"}},
                    {"in": "query", "name": "dry", "type": "boolean"}],
                   "responses": {"201": {"description": "Made", "schema": {"$ref": "#/definitions/Pet"}}}}}},
                 "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}}
                """);

        assertThat(pets.servers()).containsExactly("https://pets.example/v1");
        assertThat(pets.item("post /pets").orElseThrow().parts())
                .extracting(Part::title)
                .containsExactly("Parameters", "Request body: Pet", "Answer 201: Pet");
    }

    @Test
    void asyncapi_reads_as_channels_with_their_messages() {
        Definition second = Definitions.read("asyncapi", """
                asyncapi: 2.6.0
                info: {title: Sold, version: "1"}
                servers: {live: {url: "kafka:9092", protocol: kafka}}
                channels:
                  tickets.sold:
                    publish:
                      summary: A ticket was sold
                      message: {name: TicketSold, payload: {type: object, properties: {id: {type: string}}}}
                """);
        Definition third = Definitions.read("asyncapi", """
                asyncapi: 3.0.0
                info: {title: Sold, version: "1"}
                channels:
                  sold: {address: tickets.sold, messages: {ticketSold: {payload: {type: object, properties: {id: {type: string}}}}}}
                operations:
                  onSold: {action: receive, channel: {$ref: "#/channels/sold"}}
                """);

        assertThat(second.servers()).containsExactly("live: kafka:9092 (kafka)");
        assertThat(second.item("publish tickets.sold")
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .fields())
                .extracting(Field::name)
                .containsExactly("id");
        assertThat(third.item("receive onSold").orElseThrow().parts())
                .extracting(Part::title, Part::note)
                .contains(tuple("Channel", "tickets.sold"));
        assertThat(third.item("channel sold").orElseThrow().name()).isEqualTo("tickets.sold");
    }

    @Test
    void graphql_reads_as_queries_and_types() {
        Definition schema = Definitions.read("graphql", """
                type Query { "One fare" fare(id: ID!, lang: String = "en"): Fare @deprecated }
                type Mutation { sell(fare: ID!): Boolean }
                type Fare { price: Int! }
                enum Class { FIRST SECOND }
                """);

        assertThat(schema.sections())
                .extracting(Section::title)
                .containsExactly("Queries", "Mutations", "Types", "Enums");
        Item fare = schema.item("query fare").orElseThrow();
        assertThat(fare.name()).isEqualTo("fare(id, lang): Fare");
        assertThat(fare.deprecated()).isTrue();
        assertThat(fare.parts().get(1).fields())
                .extracting(Field::name, Field::type, Field::required)
                .containsExactly(tuple("id", "ID!", true), tuple("lang", "String", false));
    }

    @Test
    void protobuf_reads_as_services_and_messages() {
        Definition proto = Definitions.read("grpc", """
                // How fares are asked for.
                syntax = "proto3";
                package fares.v1;
                import "google/protobuf/timestamp.proto";
                option java_package = "x";
                // Prices journeys.
                service Fares {
                  // One fare.
                  rpc Get(GetRequest) returns (stream Fare) { option (http) = { get: "/x" }; }
                  rpc Put (stream Fare) returns (Fare);
                }
                message GetRequest { string id = 1; /* not yet */ optional string lang = 2 [deprecated = true]; }
                message Fare {
                  int32 price = 1; // in cents
                  map<string, Leg> legs = 2;
                  oneof who { string adult = 3; string child = 4; }
                  message Leg { repeated string stops = 1; reserved 2, 15 to 20; }
                  enum Class { option allow_alias = true; FIRST = 0; SECOND = 1 [(x) = "y"]; }
                }
                """);

        assertThat(proto.title()).isEqualTo("fares.v1");
        assertThat(proto.description()).isEqualTo("How fares are asked for.");
        assertThat(proto.sections()).extracting(Section::title).containsExactly("Service Fares", "Messages", "Enums");
        assertThat(proto.item("rpc Fares.Get").orElseThrow().parts())
                .extracting(Part::note)
                .containsExactly("One fare.", "GetRequest", "stream of Fare");
        assertThat(proto.item("message Fare").orElseThrow().parts().getFirst().fields())
                .extracting(Field::name, Field::type)
                .containsExactly(
                        tuple("price", "int32"),
                        tuple("legs", "map<string, Leg>"),
                        tuple("adult", "string"),
                        tuple("child", "string"));
        assertThat(proto.item("message Fare.Leg")
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .fields()
                        .getFirst()
                        .type())
                .isEqualTo("string[]");
        assertThat(proto.item("enum Fare.Class")
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .fields())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openapi | 'a: [1'               | Line 1",
                "openapi | 'just words'          | no object",
                "openapi | 'info: {title: x}'    | the field openapi with the version is missing",
                "graphql | 'type Query { a: }'   | Line 1, column 17",
                "grpc    | 'message A { string'  | in the middle",
                "grpc    | 'message A [ }'       | 'Line 1: Expected \"{\"'",
                "wsdl    | '<definitions/>'      | shown as they are written",
                "openapi | ' '                   | empty",
            })
    void what_cannot_be_read_says_why_and_where(String type, String text, String why) {
        assertThatThrownBy(() -> Definitions.read(type, text))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining(why);
    }

    @Test
    void references_to_other_files_are_named_and_not_followed() {
        Definition definition = Definitions.read("openapi", """
                openapi: 3.0.0
                info: {title: x, version: "1"}
                paths:
                  /a: {get: {responses: {200: {description: ok, content: {a/b: {schema: {$ref: "http://localhost:1/x.yaml#/A"}}}}}}}
                  /b: {$ref: "file:///etc/passwd"}
                """);

        assertThat(definition.item("get /a").orElseThrow().parts().getFirst().title())
                .contains("http://localhost:1/x.yaml#/A (not read)");
        assertThat(definition.size()).isEqualTo(1);
    }

    @Test
    @Timeout(40)
    void hostile_definitions_end_soon() {
        String circle =
                "openapi: 3.0.0\ncomponents: {schemas: {A: {$ref: '#/components/schemas/A'}, B: &b {items: *b, allOf: [*b, *b]}}}";
        StringBuilder wide = new StringBuilder("openapi: 3.0.0\ncomponents:\n  schemas:\n");
        for (int at = 0; at < 30; at++) {
            String next = "{$ref: '#/components/schemas/S" + (at + 1) + "'}";
            wide.append("    S")
                    .append(at)
                    .append(": {properties: {a: ")
                    .append(next)
                    .append(", b: ")
                    .append(next);
            wide.append(", c: ").append(next).append(", d: ").append(next).append("}}\n");
        }
        String laughs = "openapi: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n" + "d: [*c,*c]\n".repeat(300);

        assertThat(Definitions.read("openapi", circle)
                        .item("schema B")
                        .orElseThrow()
                        .parts())
                .isNotEmpty();
        assertThat(Definitions.read("openapi", wide.toString())
                        .item("schema S0")
                        .orElseThrow()
                        .parts())
                .isNotEmpty();
        assertThatThrownBy(() -> Definitions.read("openapi", laughs)).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Definitions.read("openapi", "[".repeat(100_000)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Definitions.read("openapi", "{\"a\":".repeat(100_000)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Definitions.read("grpc", "message A {".repeat(100_000)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Definitions.read("graphql", "type A { a: " + "[".repeat(100_000)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Definitions.read("openapi", "a".repeat(Definitions.LONGEST + 1)))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
