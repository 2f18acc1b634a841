//! A guest that reaches for the network, and says what it got.

use std::fmt::Debug;

use wasip2::cli::stdout;
use wasip2::http::outgoing_handler;
use wasip2::http::types::{
    http_error_code, Fields, IncomingBody, Method, OutgoingBody, OutgoingRequest, OutgoingResponse, RequestOptions,
    Scheme,
};
use wasip2::io::streams::StreamError;
use wasip2::sockets::network::IpAddressFamily;
use wasip2::sockets::{instance_network, ip_name_lookup, tcp_create_socket, udp_create_socket};

wit_bindgen::generate!({ world: "reach" });

struct Reach;

type Answers = Vec<(String, String)>;

fn note(answers: &mut Answers, name: &str, answer: impl Debug) {
    answers.push((name.to_string(), format!("{answer:?}")));
}

impl Guest for Reach {
    fn reach_sockets() -> Answers {
        let mut answers = Answers::new();
        let network = instance_network::instance_network();
        note(&mut answers, "resolve-addresses", ip_name_lookup::resolve_addresses(&network, "example.com").err());
        for family in [IpAddressFamily::Ipv4, IpAddressFamily::Ipv6] {
            note(&mut answers, "create-tcp-socket", tcp_create_socket::create_tcp_socket(family).err());
            note(&mut answers, "create-udp-socket", udp_create_socket::create_udp_socket(family).err());
        }
        note(&mut answers, "std connect", std::net::TcpStream::connect("127.0.0.1:80").err().map(|error| error.kind()));
        note(&mut answers, "std listen", std::net::TcpListener::bind("127.0.0.1:0").err().map(|error| error.kind()));
        note(&mut answers, "std udp", std::net::UdpSocket::bind("127.0.0.1:0").err().map(|error| error.kind()));
        answers
    }

    fn reach_http() -> Answers {
        let mut answers = Answers::new();
        fields(&mut answers);
        request(&mut answers);
        response(&mut answers);
        answers
    }

    fn reach_http_error() -> String {
        match stdout::get_stdout().blocking_write_and_flush(b"word") {
            Err(StreamError::LastOperationFailed(error)) => format!("{:?}", http_error_code(&error)),
            other => format!("printed: {other:?}"),
        }
    }
}

fn fields(answers: &mut Answers) {
    let fields = Fields::new();
    let name = "accept".to_string();
    let value = b"text/plain".to_vec();
    note(answers, "fields.from-list", Fields::from_list(&[(name.clone(), value.clone())]).err());
    note(answers, "fields.set", fields.set(&name, &[value.clone()]));
    note(answers, "fields.append", fields.append(&name, &value));
    note(answers, "fields.delete", fields.delete(&name));
    note(answers, "fields.get", fields.get(&name));
    note(answers, "fields.has", fields.has(&name));
    note(answers, "fields.entries", fields.entries());
    note(answers, "fields.clone", fields.clone().entries());
}

fn request(answers: &mut Answers) {
    let request = OutgoingRequest::new(Fields::new());
    note(answers, "outgoing-request.set-method", request.set_method(&Method::Post));
    note(answers, "outgoing-request.set-scheme", request.set_scheme(Some(&Scheme::Https)));
    note(answers, "outgoing-request.set-authority", request.set_authority(Some("example.com")));
    note(answers, "outgoing-request.set-path-with-query", request.set_path_with_query(Some("/")));
    note(answers, "outgoing-request.method", request.method());
    note(answers, "outgoing-request.scheme", request.scheme());
    note(answers, "outgoing-request.authority", request.authority());
    note(answers, "outgoing-request.path-with-query", request.path_with_query());
    note(answers, "outgoing-request.headers", request.headers().entries());
    note(answers, "outgoing-request.body", request.body().map(|body| finish(body)).err());
    let options = RequestOptions::new();
    note(answers, "request-options.set-connect-timeout", options.set_connect_timeout(Some(1)));
    note(answers, "request-options.set-first-byte-timeout", options.set_first_byte_timeout(Some(1)));
    note(answers, "request-options.set-between-bytes-timeout", options.set_between_bytes_timeout(Some(1)));
    note(answers, "request-options.connect-timeout", options.connect_timeout());
    note(answers, "request-options.first-byte-timeout", options.first_byte_timeout());
    note(answers, "request-options.between-bytes-timeout", options.between_bytes_timeout());
    let answer = outgoing_handler::handle(request, Some(options)).map(|future| {
        future.subscribe().block();
        if let Some(Ok(Ok(response))) = future.get() {
            drop(response.consume().map(IncomingBody::finish));
        }
    });
    note(answers, "handle", answer.err());
}

fn response(answers: &mut Answers) {
    let response = OutgoingResponse::new(Fields::new());
    note(answers, "outgoing-response.set-status-code", response.set_status_code(404));
    note(answers, "outgoing-response.status-code", response.status_code());
    note(answers, "outgoing-response.headers", response.headers().entries());
    note(answers, "outgoing-response.body", response.body().map(finish).err());
}

fn finish(body: OutgoingBody) {
    drop(OutgoingBody::finish(body, None));
}

export!(Reach);
