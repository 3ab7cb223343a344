/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-row"

#include "cvn-row.h"

#include "cvn-centre.h"
#include "cvn-money.h"

struct _CvnRow
{
  GObject parent_instance;

  gint64     seq;
  CvnRecord *record;
  char      *title;
  GStrv      titles; /* per field: the title of the record that a reference points to, "" for other fields */
};

typedef enum {
  PROP_RECORD = 1,
} CvnRowProperty;

static GParamSpec *properties[PROP_RECORD + 1];

G_DEFINE_FINAL_TYPE (CvnRow, cvn_row, G_TYPE_OBJECT)

static void
cvn_row_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  CvnRow *self = CVN_ROW (object);

  switch ((CvnRowProperty) id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_row_finalize (GObject *object)
{
  CvnRow *self = CVN_ROW (object);

  g_clear_object (&self->record);
  g_free (self->title);
  g_strfreev (self->titles);

  G_OBJECT_CLASS (cvn_row_parent_class)->finalize (object);
}

static void
cvn_row_class_init (CvnRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_row_get_property;
  object_class->finalize = cvn_row_finalize;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, CVN_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_row_init (CvnRow *self)
{
}

/** cvn_row_new: (transfer full): the place of the record stored at @seq. */
CvnRow *
cvn_row_new (gint64 seq)
{
  CvnRow *self = g_object_new (CVN_TYPE_ROW, NULL);

  self->seq = seq;
  return self;
}

/** cvn_row_get_seq: where the record is stored in this file. */
gint64
cvn_row_get_seq (CvnRow *self)
{
  return self->seq;
}

/** cvn_row_get_record: the record, or NULL as long as it has not been read. */
CvnRecord *
cvn_row_get_record (CvnRow *self)
{
  return self->record;
}

/**
 * cvn_row_take_record:
 * @record: (transfer full) (nullable): what was read
 * @title: (transfer full) (nullable): what the record is called
 * @titles: (transfer full) (nullable): for each field the title of what it refers to
 */
void
cvn_row_take_record (CvnRow    *self,
                     CvnRecord *record,
                     char      *title,
                     GStrv      titles)
{
  g_clear_object (&self->record);
  self->record = record;
  g_free (self->title);
  self->title = title;
  g_strfreev (self->titles);
  self->titles = titles;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/** cvn_row_get_title: what the record is called, "" until it has been read. Owned by the row. */
const char *
cvn_row_get_title (CvnRow *self)
{
  return self->title != NULL ? self->title : "";
}

/* A column of names shows them in the reader's language, as far as they are known in it. */
static guint
pick_twin (CvnRow *self,
           guint   field)
{
  const CvnKind  *kind = cvn_record_get_kind (self->record);
  const CvnField *description = &kind->fields[field];

  if (description->twin == NULL || cvn_field_is_english (description) || cvn_interface_language () == CVN_LANGUAGE_NL ||
      !cvn_record_has (self->record, description->twin))
    return field;
  return (guint) cvn_kind_find_field (kind, description->twin);
}

/** cvn_row_dup_text: (transfer full): what to show in the column of @field: never NULL. */
char *
cvn_row_dup_text (CvnRow *self,
                  guint   field)
{
  const CvnField *description;

  if (self->record == NULL)
    return g_strdup ("");
  field = pick_twin (self, field);
  description = &cvn_record_get_kind (self->record)->fields[field];
  if ((description->type == CVN_FIELD_REFERENCE || description->named_by != NULL) && self->titles != NULL && *self->titles[field] != '\0')
    return g_strdup (self->titles[field]);
  if (description->type == CVN_FIELD_MONEY && !cvn_value_is_none (cvn_record_get_value (self->record, field)))
    return cvn_money_format_euro (cvn_record_get_value (self->record, field)->integer, cvn_interface_language ());
  return cvn_field_format (description, cvn_record_get_value (self->record, field), cvn_interface_language ());
}
