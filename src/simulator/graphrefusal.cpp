#include "simulator/graphrefusal.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct KnownError
{
    int code;
    int status;
    const char *title;
};

constexpr std::array kKnownErrors{
    KnownError{0,      401, "AuthException"                                                           },
    KnownError{1,      400, "An unknown error occurred"                                               },
    KnownError{2,      503, "An unexpected error has occurred. Please retry your request later."      },
    KnownError{3,      500, "API Method"                                                              },
    KnownError{4,      400, "Application request limit reached"                                       },
    KnownError{10,     403, "Application does not have permission for this action"                    },
    KnownError{100,    400, "Invalid parameter"                                                       },
    KnownError{190,    401, "Error validating access token"                                           },
    KnownError{200,    403, "You do not have the necessary permissions required to send messages"     },
    KnownError{368,    403, "Temporarily blocked for policies violations"                             },
    KnownError{80007,  400, "There have been too many calls to this WhatsApp Business Account"        },
    KnownError{130403, 400, "User is blocked"                                                         },
    KnownError{130429, 400, "Rate limit hit"                                                          },
    KnownError{130472, 400, "User's number is part of an experiment"                                  },
    KnownError{130497, 403, "Business account is restricted from messaging users in this country."    },
    KnownError{131000, 500, "Something went wrong"                                                    },
    KnownError{131005, 403, "Access denied"                                                           },
    KnownError{131008, 400, "Required parameter is missing"                                           },
    KnownError{131009, 400, "Parameter value is not valid"                                            },
    KnownError{131016, 500, "Service unavailable"                                                     },
    KnownError{131021, 400, "Recipient cannot be sender"                                              },
    KnownError{131026, 400, "Message undeliverable"                                                   },
    KnownError{131030, 400, "Recipient phone number not in allowed list"                              },
    KnownError{131031, 403, "Account has been locked"                                                 },
    KnownError{131042, 400, "Business eligibility payment issue"                                      },
    KnownError{131045, 500, "Incorrect certificate"                                                   },
    KnownError{131047, 400, "Re-engagement message"                                                   },
    KnownError{131048, 400, "Spam rate limit hit"                                                     },
    KnownError{131049, 400, "This message was not delivered to maintain healthy ecosystem engagement."},
    KnownError{
               131050, 400,
               "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on "
        "WhatsApp from your business"                                                                 },
    KnownError{131051, 400, "Unsupported message type"                                                },
    KnownError{131052, 400, "Media download error"                                                    },
    KnownError{131053, 400, "Media upload error"                                                      },
    KnownError{131056, 400, "(Business Account, Consumer Account) pair rate limit hit"                },
    KnownError{131057, 500, "Account in maintenance mode"                                             },
    KnownError{131059, 400, "The cursor is no longer valid"                                           },
    KnownError{132000, 400, "Number of parameters does not match the expected number of params"       },
    KnownError{132001, 404, "Template name does not exist in the translation"                         },
    KnownError{132005, 400, "Translated text too long"                                                },
    KnownError{132007, 400, "Template format character policy violated"                               },
    KnownError{132012, 400, "Parameter format does not match format in the created template"          },
    KnownError{132015, 400, "Template is paused"                                                      },
    KnownError{132016, 400, "Template is disabled"                                                    },
    KnownError{132018, 400, "There's an issue with the parameters in your template"                   },
    KnownError{133000, 500, "Incomplete deregistration"                                               },
    KnownError{133004, 503, "Server temporarily unavailable"                                          },
    KnownError{133010, 400, "Phone number not registered"                                             },
    KnownError{135000, 400, "Generic user error"                                                      },
};

const KnownError *find(int code)
{
    for (const KnownError &known : kKnownErrors) {
        if (known.code == code)
            return &known;
    }
    return nullptr;
}

bool isTransient(int code)
{
    return code == 1 || code == 2 || code == 131000 || code == 131016 || code == 133004;
}

} // namespace

QString errorTitle(int code)
{
    const KnownError *known = find(code);
    return known ? QString::fromLatin1(known->title) : u"An error occurred"_s;
}

int usualHttpStatus(int code)
{
    if (code >= 200 && code <= 299)
        return 403;
    const KnownError *known = find(code);
    return known ? known->status : 400;
}

HttpResponse toResponse(const GraphRefusal &refusal, const QString &traceId)
{
    const bool isMissingObject = refusal.code == 100 && refusal.subcode == 33;
    QJsonObject error{
        {u"message"_s,
         refusal.message.isEmpty() ? u"(#%1) %2"_s.arg(refusal.code).arg(errorTitle(refusal.code))
                                   : refusal.message                                       },
        {u"type"_s,       isMissingObject ? u"GraphMethodException"_s : u"OAuthException"_s},
        {u"code"_s,       refusal.code                                                     },
        {u"fbtrace_id"_s, traceId                                                          },
    };
    if (refusal.subcode != 0)
        error[u"error_subcode"_s] = refusal.subcode;
    if (!refusal.details.isEmpty()) {
        error[u"error_data"_s] = QJsonObject{
            {u"messaging_product"_s, u"whatsapp"_s  },
            {u"details"_s,           refusal.details}
        };
    }
    if (isTransient(refusal.code))
        error[u"is_transient"_s] = true;

    HttpResponse response = jsonResponse({
        {u"error"_s, error}
    });
    response.status = refusal.status.value_or(usualHttpStatus(refusal.code));
    if (refusal.code == 190)
        response.headers.emplace_back("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\"");
    return response;
}

HttpResponse jsonResponse(const QJsonObject &body)
{
    return httpResponse(200, "application/json; charset=UTF-8",
                        QJsonDocument{body}.toJson(QJsonDocument::Compact));
}

GraphRefusal unknownObject(const QString &id, const QString &method)
{
    return {
        .code = 100,
        .subcode = 33,
        .message =
            u"Unsupported %1 request. Object with ID '%2' does not exist, cannot be loaded due to missing "
            "permissions, or does not support this operation. Please read the Graph API documentation at "
            "https://developers.facebook.com/docs/graph-api"_s.arg(method, id)};
}
