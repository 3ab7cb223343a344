/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-error"

#include "cvn-error.h"

typedef struct
{
  char *field;
  char *record;
} CvnErrorPrivate;

static void
cvn_error_private_init (CvnErrorPrivate *priv)
{
  priv->field = NULL;
  priv->record = NULL;
}

static void
cvn_error_private_copy (const CvnErrorPrivate *source,
                        CvnErrorPrivate       *target)
{
  target->field = g_strdup (source->field);
  target->record = g_strdup (source->record);
}

static void
cvn_error_private_clear (CvnErrorPrivate *priv)
{
  g_free (priv->field);
  g_free (priv->record);
}

/**
 * cvn_error_quark:
 *
 * The one error domain of the product; the codes are #CvnError. Codes say what
 * happened, the pages decide what to offer. Any thread.
 */
G_DEFINE_EXTENDED_ERROR (CvnError, cvn_error)

/**
 * cvn_error_set_field:
 * @error: where a function has just put an error of the product's domain, or NULL
 * @field: name of the field that the error is about
 *
 * Lets a form mark the row that is at fault.
 */
void
cvn_error_set_field (GError    **error,
                     const char *field)
{
  CvnErrorPrivate *priv;

  if (error == NULL || *error == NULL || (*error)->domain != CVN_ERROR)
    return;
  priv = cvn_error_get_private (*error);
  g_free (priv->field);
  priv->field = g_strdup (field);
}

/** cvn_error_get_field: the name of the field that @error is about, owned by it, or NULL. */
const char *
cvn_error_get_field (const GError *error)
{
  if (error == NULL || error->domain != CVN_ERROR)
    return NULL;
  return cvn_error_get_private (error)->field;
}

/** cvn_error_set_record: as cvn_error_set_field(): the id of the record that the error is about, so that a page can offer what to do with it. */
void
cvn_error_set_record (GError    **error,
                      const char *id)
{
  CvnErrorPrivate *priv;

  if (error == NULL || *error == NULL || (*error)->domain != CVN_ERROR)
    return;
  priv = cvn_error_get_private (*error);
  g_free (priv->record);
  priv->record = g_strdup (id);
}

/** cvn_error_get_record: the id of the record that @error is about, owned by it, or NULL. */
const char *
cvn_error_get_record (const GError *error)
{
  if (error == NULL || error->domain != CVN_ERROR)
    return NULL;
  return cvn_error_get_private (error)->record;
}
