# sample: Input and features of Goldfish
#
# Draw it again:   gnuplot sample.gp
# As PNG or PDF:   gnuplot -e "format='png'" sample.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'sample.' . format
if (format eq 'svg') set terminal svg size 1100,250 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,500 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,2.6in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1
set rmargin at screen 0.32727272727272727
set bmargin at screen 0.6
set tmargin at screen 0.8200000000000001
set border 15 linecolor '#404040'
set title 'Labels' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [0.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0)
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:1]
unset colorbox
plot 'sample-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.42727272727272725
set rmargin at screen 0.9136363636363636
set bmargin at screen 0.6
set tmargin at screen 0.8200000000000001
set border 15 linecolor '#404040'
set title 'Features of Goldfish' offset 0,-0.3
set xlabel '10,000 features, equal ones side by side' offset 0,0.3
set xrange [-0.5:9999.5]
set xtics out nomirror
set yrange [0.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0)
unset key
set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
set cbrange [-1:1]
set colorbox user origin screen 0.925,0.6 size screen 0.015,0.22
set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
plot 'sample-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
