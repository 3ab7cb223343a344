/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"
#include "cvn-value.h"

G_BEGIN_DECLS

typedef enum {
  CVN_FIELD_TEXT,         /* one line */
  CVN_FIELD_NOTE,         /* several lines */
  CVN_FIELD_MONEY,        /* integer cents */
  CVN_FIELD_INTEGER,      /* a count, a year, a rate per mille */
  CVN_FIELD_BOOLEAN,      /* 0 or 1 */
  CVN_FIELD_DATE,         /* ISO day, as text */
  CVN_FIELD_PARTIAL_DATE, /* ISO year, month or day, as text */
  CVN_FIELD_MONTH,        /* year * 12 + (month - 1), as integer */
  CVN_FIELD_LOCAL_TIME,   /* ISO local date with or without a time, as text */
  CVN_FIELD_CHOICE,       /* code out of choices, as text */
  CVN_FIELD_REFERENCE,    /* id of a record of kind refers_to, as text */
} CvnFieldType;

typedef enum {
  CVN_FORMAT_NONE,
  CVN_FORMAT_CODE,      /* the key of a record in the user's own files */
  CVN_FORMAT_HALF_YEAR, /* 2018-H1 */
  CVN_FORMAT_KVK,
  CVN_FORMAT_RSIN,
  CVN_FORMAT_OIN,
  CVN_FORMAT_VAT_ID,
  CVN_FORMAT_IBAN,
  CVN_FORMAT_EMAIL,
  CVN_FORMAT_PHONE,
  CVN_FORMAT_URL,
  CVN_FORMAT_BETALINGSKENMERK,
  CVN_FORMAT_RF_REFERENCE,
  CVN_FORMAT_FILE, /* an attached file: cvn-attachment.h */
} CvnFormat;

typedef enum {
  CVN_FIELD_REQUIRED = 1 << 0,
  CVN_FIELD_TITLE = 1 << 1,    /* part of the words a record is called by */
  CVN_FIELD_KEY = 1 << 2,      /* unique when filled in; references in files find the record by it */
  CVN_FIELD_LIST = 1 << 3,     /* a column of the list unless the user chooses otherwise */
  CVN_FIELD_SEARCH = 1 << 4,   /* found by the search box */
  CVN_FIELD_PERSONAL = 1 << 5, /* about a person: left out of logs, erased with the person */
  CVN_FIELD_SUM = 1 << 6,      /* lists show the total of this column */
  CVN_FIELD_KEPT = 1 << 7,     /* filled in by the program: forms leave it out */
} CvnFieldFlags;

typedef struct
{
  const char *code;  /* what is stored: English, lower-case, stable */
  const char *label; /* what is shown, marked for translation */
  const char *nl;    /* what Dutch files say; several words divided by | */
} CvnChoice;

/* One field of a kind of records. Everything generic reads this. */
typedef struct
{
  const char      *name;  /* column, JSON key and, with hyphens, property */
  const char      *label; /* marked for translation */
  const char      *nl;    /* headings in Dutch files, divided by | */
  CvnFieldType     type;
  CvnFieldFlags    flags;
  CvnFormat        format;
  const CvnChoice *choices; /* ends with a NULL code; of a text: it is several of them, with ; between them */
  const char      *refers_to;
  const char      *named_by; /* of a choice: the kind whose records name codes; choices are then the names as long as there are none */
  const char      *twin;     /* the field that holds the same text in the other language */
  gint64           min;      /* smallest and largest value of a number, where min < max */
  gint64           max;
  const char      *hint; /* what to fill in, marked for translation; may be NULL */
} CvnField;

gboolean         cvn_field_is_integer (const CvnField *field);
gboolean         cvn_field_is_english (const CvnField *field);
char            *cvn_field_dup_property_name (const CvnField *field);
const CvnChoice *cvn_field_find_choice (const CvnField *field, const char *code);
gboolean         cvn_field_matches_heading (const CvnField *field, const char *heading);

gboolean cvn_field_check (const CvnField *field, const CvnValue *value, GError **error);
gboolean cvn_field_parse (const CvnField *field, const char *text, CvnLanguage language, CvnValue *value, GError **error);
char    *cvn_field_format (const CvnField *field, const CvnValue *value, CvnLanguage language);

G_END_DECLS
