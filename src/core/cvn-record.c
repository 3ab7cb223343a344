/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record"

#include "cvn-record.h"

#include "cvn-error.h"
#include "cvn-kind-set.h"

/*
 * One record of any kind. The class of each kind is made from its description:
 * a property for each field, so that templates and expressions can bind to it.
 * A record is not thread-safe; whoever hands one to another thread lets go of it.
 */

typedef struct
{
  char     *id;
  char     *extra; /* JSON of fields that this version does not know */
  gint64    seq;   /* place in the file, 0 before it is stored */
  CvnValue *values;
} CvnRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CvnRecord, cvn_record, G_TYPE_OBJECT)

static CvnRecordPrivate *
priv_of (CvnRecord *self)
{
  return cvn_record_get_instance_private (self);
}

/* A field's property: numbers as gint64, yes or no as gboolean, everything else as a string. */
static void
cvn_record_get_field_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CvnRecord      *self = CVN_RECORD (object);
  const CvnValue *cell = &priv_of (self)->values[id - 1];

  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, cell->integer != 0);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, cell->integer);
  else
    g_value_set_string (value, cell->text);
}

static void
cvn_record_set_field_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CvnRecord *self = CVN_RECORD (object);
  g_auto (CvnValue) cell = CVN_VALUE_INIT;

  if (G_VALUE_HOLDS_BOOLEAN (value))
    cvn_value_set_integer (&cell, g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_INT64 (value))
    cvn_value_set_integer (&cell, g_value_get_int64 (value));
  else
    cvn_value_set_text (&cell, g_value_get_string (value));
  cvn_record_set_value (self, id - 1, &cell);
}

static void
cvn_record_finalize (GObject *object)
{
  CvnRecord        *self = CVN_RECORD (object);
  CvnRecordPrivate *priv = priv_of (self);
  const CvnKind    *kind = cvn_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    g_free (priv->values[i].text);
  g_free (priv->values);
  g_free (priv->id);
  g_free (priv->extra);

  G_OBJECT_CLASS (cvn_record_parent_class)->finalize (object);
}

static void
cvn_record_class_init (CvnRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_record_finalize;
}

static void
cvn_record_init (CvnRecord *self)
{
}

static GParamSpec *
make_property (const CvnField *field)
{
  g_autofree char *name = cvn_field_dup_property_name (field);
  GParamFlags      flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  if (field->type == CVN_FIELD_BOOLEAN)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  if (cvn_field_is_integer (field))
    return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  return g_param_spec_string (name, NULL, NULL, NULL, flags);
}

static void
kind_class_init (gpointer klass,
                 gpointer data)
{
  GObjectClass  *object_class = G_OBJECT_CLASS (klass);
  const CvnKind *kind = data;

  object_class->get_property = cvn_record_get_field_property;
  object_class->set_property = cvn_record_set_field_property;
  CVN_RECORD_CLASS (klass)->kind = kind;
  CVN_RECORD_CLASS (klass)->marks = cvn_kind_make_marks (kind);
  for (guint i = 0; i < kind->n_fields; i++)
    g_object_class_install_property (object_class, i + 1, make_property (&kind->fields[i]));
}

static void
kind_instance_init (GTypeInstance *instance,
                    gpointer       klass)
{
  CvnRecord *self = CVN_RECORD (instance);

  priv_of (self)->values = g_new0 (CvnValue, CVN_RECORD_CLASS (klass)->kind->n_fields);
}

/* "agreement_decision" is class CvnAgreementDecisionRecord: never the name of a type of the program. */
static char *
make_type_name (const CvnKind *kind)
{
  GString *name = g_string_new ("Cvn");
  gboolean capital = TRUE;

  for (const char *c = kind->name; *c != '\0'; c++)
    {
      if (*c != '_')
        g_string_append_c (name, capital ? g_ascii_toupper (*c) : *c);
      capital = *c == '_';
    }
  g_string_append (name, "Record");
  return g_string_free (name, FALSE);
}

static GType
register_kind (const CvnKind *kind)
{
  g_autofree char *name = make_type_name (kind);
  GTypeInfo        info = {
           .class_size = sizeof (CvnRecordClass),
           .class_init = kind_class_init,
           .class_data = kind,
           .instance_size = sizeof (CvnRecord),
           .instance_init = kind_instance_init,
  };

  return g_type_register_static (CVN_TYPE_RECORD, name, &info, G_TYPE_FLAG_NONE);
}

/** cvn_kind_get_type: the GObject class of records of @kind. Any thread. */
GType
cvn_kind_get_type (const CvnKind *kind)
{
  static GType          types[CVN_KIND_SET_MAX];
  static gsize          done;
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  if (g_once_init_enter (&done))
    {
      g_assert (n_kinds <= G_N_ELEMENTS (types));
      for (guint i = 0; i < n_kinds; i++)
        types[i] = register_kind (kinds[i]);
      g_once_init_leave (&done, 1);
    }
  return types[cvn_kind_get_index (kind)];
}

/** cvn_record_new: (transfer full): an empty record of @kind, without an id. */
CvnRecord *
cvn_record_new (const CvnKind *kind)
{
  return g_object_new (cvn_kind_get_type (kind), NULL);
}

/** cvn_record_copy: (transfer full): an independent copy, id, place and unknown fields included. */
CvnRecord *
cvn_record_copy (CvnRecord *self)
{
  CvnRecord        *copy = cvn_record_new (cvn_record_get_kind (self));
  CvnRecordPrivate *from = priv_of (self);
  CvnRecordPrivate *to = priv_of (copy);

  to->id = g_strdup (from->id);
  to->extra = g_strdup (from->extra);
  to->seq = from->seq;
  for (guint i = 0; i < cvn_record_get_kind (self)->n_fields; i++)
    cvn_value_copy (&from->values[i], &to->values[i]);
  return copy;
}

/** cvn_record_clear: empties the record, id and place included, without notifications: for readers that make many records, one after another. */
void
cvn_record_clear (CvnRecord *self)
{
  CvnRecordPrivate *priv = priv_of (self);

  for (guint i = 0; i < cvn_record_get_kind (self)->n_fields; i++)
    cvn_value_clear (&priv->values[i]);
  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->extra, g_free);
  priv->seq = 0;
}

/** cvn_record_get_kind: the description of the record. */
const CvnKind *
cvn_record_get_kind (CvnRecord *self)
{
  return CVN_RECORD_GET_CLASS (self)->kind;
}

/** cvn_record_get_id: the stable id (ULID), or NULL before it has one. */
const char *
cvn_record_get_id (CvnRecord *self)
{
  return priv_of (self)->id;
}

/** cvn_record_set_id: gives the record its id. */
void
cvn_record_set_id (CvnRecord  *self,
                   const char *id)
{
  g_free (priv_of (self)->id);
  priv_of (self)->id = g_strdup (id);
}

/** cvn_record_get_seq: the record's place in this file, 0 before it is stored. Differs from file to file. */
gint64
cvn_record_get_seq (CvnRecord *self)
{
  return priv_of (self)->seq;
}

/** cvn_record_set_seq: for the store. */
void
cvn_record_set_seq (CvnRecord *self,
                    gint64     seq)
{
  priv_of (self)->seq = seq;
}

/** cvn_record_get_extra: fields that a newer version wrote, as a JSON object, or NULL. */
const char *
cvn_record_get_extra (CvnRecord *self)
{
  return priv_of (self)->extra;
}

/** cvn_record_set_extra: keeps fields that this version does not know; NULL for none. */
void
cvn_record_set_extra (CvnRecord  *self,
                      const char *json)
{
  g_free (priv_of (self)->extra);
  priv_of (self)->extra = g_strdup (json);
}

/** cvn_record_get_value: the value of the field at place @field, owned by the record. */
const CvnValue *
cvn_record_get_value (CvnRecord *self,
                      guint      field)
{
  g_return_val_if_fail (field < cvn_record_get_kind (self)->n_fields, NULL);
  return &priv_of (self)->values[field];
}

static void
notify_field (CvnRecord *self,
              guint      field)
{
  g_autofree char *name = cvn_field_dup_property_name (&cvn_record_get_kind (self)->fields[field]);

  g_object_notify (G_OBJECT (self), name);
}

/** cvn_record_set_value: sets a field to a copy of @value; notifies its property when that changes it. */
void
cvn_record_set_value (CvnRecord      *self,
                      guint           field,
                      const CvnValue *value)
{
  CvnValue *cell;

  g_return_if_fail (field < cvn_record_get_kind (self)->n_fields);

  cell = &priv_of (self)->values[field];
  if (cvn_value_equal (cell, value))
    return;
  cvn_value_copy (value, cell);
  notify_field (self, field);
}

/** cvn_record_take_text: sets a field to @text, taken over, without a notification: for readers that fill many records. */
void
cvn_record_take_text (CvnRecord *self,
                      guint      field,
                      char      *text)
{
  cvn_value_take_text (&priv_of (self)->values[field], text);
}

/** cvn_record_put_integer: sets a field to @integer without a notification: for readers that fill many records. */
void
cvn_record_put_integer (CvnRecord *self,
                        guint      field,
                        gint64     integer)
{
  cvn_value_set_integer (&priv_of (self)->values[field], integer);
}

static const CvnValue *
value_by_name (CvnRecord  *self,
               const char *field)
{
  int place = cvn_kind_find_field (cvn_record_get_kind (self), field);

  g_return_val_if_fail (place >= 0, NULL);
  return &priv_of (self)->values[place];
}

/** cvn_record_get_integer: the number in @field; 0 when empty (see cvn_record_has()). */
gint64
cvn_record_get_integer (CvnRecord  *self,
                        const char *field)
{
  const CvnValue *value = value_by_name (self, field);

  return value != NULL ? value->integer : 0;
}

/** cvn_record_get_text: the text in @field, owned by the record; NULL when empty. */
const char *
cvn_record_get_text (CvnRecord  *self,
                     const char *field)
{
  const CvnValue *value = value_by_name (self, field);

  return value != NULL ? value->text : NULL;
}

/** cvn_record_has: whether @field is filled in. */
gboolean
cvn_record_has (CvnRecord  *self,
                const char *field)
{
  const CvnValue *value = value_by_name (self, field);

  return value != NULL && !cvn_value_is_none (value);
}

/**
 * cvn_record_get_key:
 *
 * Returns: (transfer none) (nullable): the first key that is filled in, by which files name the record; NULL when it has none, or
 *   when the keys of its kind are unique only within a scope
 */
const char *
cvn_record_get_key (CvnRecord *self)
{
  const CvnKind *kind = cvn_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields && kind->key_scope == NULL; i++)
    if ((kind->fields[i].flags & CVN_FIELD_KEY) != 0 && !cvn_value_is_none (&priv_of (self)->values[i]))
      return priv_of (self)->values[i].text;
  return NULL;
}

static void
set_by_name (CvnRecord      *self,
             const char     *field,
             const CvnValue *value)
{
  int place = cvn_kind_find_field (cvn_record_get_kind (self), field);

  g_return_if_fail (place >= 0);
  cvn_record_set_value (self, (guint) place, value);
}

/** cvn_record_set_integer: sets the number in @field. */
void
cvn_record_set_integer (CvnRecord  *self,
                        const char *field,
                        gint64      integer)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  cvn_value_set_integer (&value, integer);
  set_by_name (self, field, &value);
}

/** cvn_record_set_text: sets the text in @field; NULL or "" empties it. */
void
cvn_record_set_text (CvnRecord  *self,
                     const char *field,
                     const char *text)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  cvn_value_set_text (&value, text);
  set_by_name (self, field, &value);
}

/** cvn_record_unset: empties @field. */
void
cvn_record_unset (CvnRecord  *self,
                  const char *field)
{
  cvn_record_set_text (self, field, NULL);
}

/** cvn_record_equal: whether both are of one kind and hold the same in every field, ids and places left aside. */
gboolean
cvn_record_equal (CvnRecord *self,
                  CvnRecord *other)
{
  const CvnKind *kind = cvn_record_get_kind (self);

  if (cvn_record_get_kind (other) != kind)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!cvn_value_equal (&priv_of (self)->values[i], &priv_of (other)->values[i]))
      return FALSE;
  return g_strcmp0 (priv_of (self)->extra, priv_of (other)->extra) == 0;
}

/**
 * cvn_record_check:
 *
 * Checks every field and then the rules over several fields. The error names the field
 * (cvn_error_get_field()); a citizen service number is refused as %CVN_ERROR_BSN.
 */
gboolean
cvn_record_check (CvnRecord *self,
                  GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!cvn_field_check (&kind->fields[i], &priv_of (self)->values[i], error))
      return FALSE;
  return kind->check == NULL || kind->check (self, error);
}
