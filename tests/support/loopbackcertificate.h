#pragma once

#include <QByteArray>

// Made for tests only, for "localhost" and 127.0.0.1, valid until the year 2126.
inline const QByteArray kLoopbackCertificate =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBmjCCAUGgAwIBAgIURkt/ZnFGCqSKZ3ghIPfs/qjWkhMwCgYIKoZIzj0EAwIw\n"
    "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjIwNTY1NVoYDzIxMjYxMDI5\n"
    "MjA1NjU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
    "PQMBBwNCAASP6CkuOJtXKiJc4mbpjv2Evm5OkPdRp/sWxCJkYWQMDGGi/oVoCmir\n"
    "lAgqKzSlPaR23GKJ/XJrWVAgekDGzBZ7o28wbTAdBgNVHQ4EFgQUcnCpIFi4z57M\n"
    "ln4Z2H30bOenWaMwHwYDVR0jBBgwFoAUcnCpIFi4z57Mln4Z2H30bOenWaMwDwYD\n"
    "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
    "zj0EAwIDRwAwRAIgK1PZGgQaiJj3Q2zPUmTigjjQgOF4LBmo/i6SVvNz2UACIBtH\n"
    "kNvWJMub+pKL/+Y7nsA9zy54wvSa4689G/cNvwRr\n"
    "-----END CERTIFICATE-----\n";
inline const QByteArray kLoopbackPrivateKey =
    "-----BEGIN PRIVATE KEY-----\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFTSx274Vqsgp2xG7\n"
    "e34Wyy8fydhMYSIlp4m6W0wRPIqhRANCAASP6CkuOJtXKiJc4mbpjv2Evm5OkPdR\n"
    "p/sWxCJkYWQMDGGi/oVoCmirlAgqKzSlPaR23GKJ/XJrWVAgekDGzBZ7\n"
    "-----END PRIVATE KEY-----\n";
