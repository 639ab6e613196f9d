package org.pinn4j.validation.study;

/**
 * A finished run.
 * @param key of its file
 */
public record StudyRun(String key, Case at, Figures found) {}
