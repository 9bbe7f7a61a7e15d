package io.entente.platform.planted.domain;

import org.springframework.dao.DataAccessException;

/** Planted: an interface of the domain that names an exception of Spring. */
interface Planted {

    void fail(DataAccessException failure);
}
