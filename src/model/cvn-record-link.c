/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-link"

#include "cvn-record-link.h"

struct _CvnRecordLink
{
  GObject parent_instance;

  const CvnKind *kind;
  char          *id;
  char          *title;
  char          *note;
};

typedef enum {
  PROP_TITLE = 1,
} CvnRecordLinkProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (CvnRecordLink, cvn_record_link, G_TYPE_OBJECT)

static void
cvn_record_link_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CvnRecordLink *self = CVN_RECORD_LINK (object);

  switch ((CvnRecordLinkProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_record_link_finalize (GObject *object)
{
  CvnRecordLink *self = CVN_RECORD_LINK (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->note);

  G_OBJECT_CLASS (cvn_record_link_parent_class)->finalize (object);
}

static void
cvn_record_link_class_init (CvnRecordLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_record_link_get_property;
  object_class->finalize = cvn_record_link_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_record_link_init (CvnRecordLink *self)
{
}

/**
 * cvn_record_link_new:
 * @title: what the record is called
 * @note: (nullable): where it was found: words around it, or the name of the field that refers
 *
 * Returns: (transfer full): the link
 */
CvnRecordLink *
cvn_record_link_new (const CvnKind *kind,
                     const char    *id,
                     const char    *title,
                     const char    *note)
{
  CvnRecordLink *self = g_object_new (CVN_TYPE_RECORD_LINK, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : "");
  self->note = g_strdup (note);
  return self;
}

/** cvn_record_link_get_kind: the kind of the record. */
const CvnKind *
cvn_record_link_get_kind (CvnRecordLink *self)
{
  return self->kind;
}

/** cvn_record_link_get_id: the record's id, owned by the link. */
const char *
cvn_record_link_get_id (CvnRecordLink *self)
{
  return self->id;
}

/** cvn_record_link_get_title: what the record is called, owned by the link. */
const char *
cvn_record_link_get_title (CvnRecordLink *self)
{
  return self->title;
}

/** cvn_record_link_get_note: where it was found, or NULL. Owned by the link. */
const char *
cvn_record_link_get_note (CvnRecordLink *self)
{
  return self->note;
}
