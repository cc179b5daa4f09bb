# dendrograms: Items of shark-bones clustered by their distances in hidden layer 1
#
# Draw it again:   gnuplot dendrograms.gp
# As PNG or PDF:   gnuplot -e "format='png'" dendrograms.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" dendrograms.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'dendrograms.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1040,860 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2080,1720 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.83in,8.96in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,840 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1260 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,8.75in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,1021 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,4084 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,10.64in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09135
if (medium eq 'web') set rmargin at screen 0.48558
if (medium eq 'web') set bmargin at screen 0.64535
if (medium eq 'web') set tmargin at screen 0.94767
if (medium eq 'slides') set lmargin at screen 0.09315
if (medium eq 'slides') set rmargin at screen 0.48875
if (medium eq 'slides') set bmargin at screen 0.66571
if (medium eq 'slides') set tmargin at screen 0.92286
if (medium eq 'paper') set lmargin at screen 0.16255
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.8062
if (medium eq 'paper') set tmargin at screen 0.97179
set border 3 linecolor '#404040'
set title 'Epoch 93 (not yet differentiated)' offset 0,-0.3
if (medium eq 'web') set label 1 'distance' at screen 0.03556,0.79651 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00721,0.01521 left textcolor '#707070'
if (medium eq 'slides') set label 1 'distance' at screen 0.02063,0.79429 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02491 left textcolor '#707070'
if (medium eq 'paper') set label 1 'distance' at screen 0.03599,0.889 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.00911 left textcolor '#707070'
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Pine' 2, 'Robin' 3, 'Daisy' 4, 'Canary' 5, 'Oak' 6, 'Rose' 7)
set yrange [0:14.17]
set ytics out nomirror 5
unset key
plot 'dendrogram-epoch-93.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#999999' linewidth 2 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.59135
if (medium eq 'web') set rmargin at screen 0.98558
if (medium eq 'web') set bmargin at screen 0.64535
if (medium eq 'web') set tmargin at screen 0.94767
if (medium eq 'slides') set lmargin at screen 0.59315
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.66571
if (medium eq 'slides') set tmargin at screen 0.92286
if (medium eq 'paper') set lmargin at screen 0.16255
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.5605
if (medium eq 'paper') set tmargin at screen 0.7261
set border 3 linecolor '#404040'
set title 'Epoch 117' offset 0,-0.3
if (medium eq 'web') set label 1 'distance' at screen 0.53556,0.79651 center rotate by 90
if (medium eq 'slides') set label 1 'distance' at screen 0.52063,0.79429 center rotate by 90
if (medium eq 'paper') set label 1 'distance' at screen 0.03599,0.6433 center rotate by 90
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [0:14.17]
set ytics out nomirror 5
unset key
plot 'dendrogram-epoch-117.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09135
if (medium eq 'web') set rmargin at screen 0.48558
if (medium eq 'web') set bmargin at screen 0.14535
if (medium eq 'web') set tmargin at screen 0.44767
if (medium eq 'slides') set lmargin at screen 0.09315
if (medium eq 'slides') set rmargin at screen 0.48875
if (medium eq 'slides') set bmargin at screen 0.1895
if (medium eq 'slides') set tmargin at screen 0.44664
if (medium eq 'paper') set lmargin at screen 0.16255
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.31481
if (medium eq 'paper') set tmargin at screen 0.4804
set border 3 linecolor '#404040'
set title 'Epoch 138' offset 0,-0.3
if (medium eq 'web') set label 1 'distance' at screen 0.03556,0.29651 center rotate by 90
if (medium eq 'slides') set label 1 'distance' at screen 0.02063,0.31807 center rotate by 90
if (medium eq 'paper') set label 1 'distance' at screen 0.03599,0.3976 center rotate by 90
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [0:14.17]
set ytics out nomirror 5
unset key
plot 'dendrogram-epoch-138.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.59135
if (medium eq 'web') set rmargin at screen 0.98558
if (medium eq 'web') set bmargin at screen 0.14535
if (medium eq 'web') set tmargin at screen 0.44767
if (medium eq 'slides') set lmargin at screen 0.59315
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.1895
if (medium eq 'slides') set tmargin at screen 0.44664
if (medium eq 'paper') set lmargin at screen 0.16255
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.06911
if (medium eq 'paper') set tmargin at screen 0.2347
set border 3 linecolor '#404040'
set title 'Epoch 250' offset 0,-0.3
if (medium eq 'web') set label 1 'distance' at screen 0.53556,0.29651 center rotate by 90
if (medium eq 'slides') set label 1 'distance' at screen 0.52063,0.31807 center rotate by 90
if (medium eq 'paper') set label 1 'distance' at screen 0.03599,0.15191 center rotate by 90
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [0:14.17]
set ytics out nomirror 5
unset key
plot 'dendrogram-epoch-250.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

unset multiplot
